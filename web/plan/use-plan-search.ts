import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useStillHere } from '../ui/use-still-here.ts'
import type { PlanSearch } from './plan-search.ts'

const route = getRouteApi('/desk/plan')

export interface PlanAddress {
  search: PlanSearch
  /** Sets parts of the address; undefined takes one away. `step`: Back goes back to what was before. */
  change: (more: Record<string, string | undefined>, options?: { step?: boolean }) => void
  /** Another study begins with its own defaults; the map stays where it is. `more`: of that study. */
  open: (study: string, more?: Record<string, string>) => void
}

/** The address, for a study to keep its whole state in: a planner sends a link. */
export function usePlanSearch(): PlanAddress {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isStillHere = useStillHere()
  const change = useCallback<PlanAddress['change']>(
    (more, { step = false } = {}) => {
      if (step || isStillHere())
        void navigate({ search: (before: PlanSearch) => without({ ...before, ...more }), replace: !step })
    },
    [navigate, isStillHere],
  )
  const open = useCallback<PlanAddress['open']>(
    (study, more = {}) =>
      void navigate({ search: ({ v }: PlanSearch) => without({ study, v, ...more }), replace: false }),
    [navigate],
  )
  return { search, change, open }
}

const without = (search: PlanSearch): PlanSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
