import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { View } from '../../map/city-map.ts'
import { useStillHere } from '../../ui/use-still-here.ts'
import { type DispatchSearch, filterOf, layersOf, sortOf, viewOf, viewText, withFilter } from '../dispatch-search.ts'
import type { CaseFilter } from './case-filter.ts'
import type { QueueSort } from './queue-order.ts'
import { withView } from './saved-views.ts'

const route = getRouteApi('/desk/dispatch')
const SETTLED_MS = 250

/** What the address says, and the ways to change it. Opening a case is a step that Back takes back; the rest is not. */
export function useAddress() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isStillHere = useStillHere()
  const change = useCallback(
    (next: (now: DispatchSearch) => DispatchSearch, replace = true): void => {
      if (!replace || isStillHere()) void navigate({ search: next, replace })
    },
    [navigate, isStillHere],
  )
  const filter = useMemo(() => filterOf(search), [search])
  const view = useMemo(() => viewOf(search), [search])
  const layers = useMemo(() => layersOf(search) ?? [], [search])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who left for another page is not to be led back by the last move of the map.
  useEffect(() => () => clearTimeout(timer.current), [])
  const onView = useCallback(
    (next: View) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => change((now) => ({ ...now, v: viewText(next) })), SETTLED_MS)
    },
    [change],
  )
  return {
    ...{ search, filter, view, layers, onView },
    sort: sortOf(search),
    open: (number: string | undefined) =>
      change(({ case: _, ...now }) => ({ ...now, ...(number ? { case: number } : {}) }), false),
    /** Opens the day panel, or shows a plan in it; the case that lies over it is closed. */
    openDay: (day: string | undefined) =>
      change(({ day: _, case: _case, ...now }) => ({ ...now, ...(day ? { day } : {}) }), false),
    onFilter: (next: CaseFilter) => change((now) => withFilter(now, next)),
    onSort: (sort: QueueSort) => change(({ sort: _, ...now }) => ({ ...now, ...(sort === 'left' ? {} : { sort }) })),
    onLayers: (shown: string[]) =>
      change(({ layers: _, ...now }) => ({ ...now, ...(shown.length > 0 ? { layers: shown.join(',') } : {}) })),
    show: (kept: DispatchSearch) => change((now) => withView(now, kept)),
  }
}
