import { type RefObject, useEffect, useRef } from 'react'
import type { City } from '../../server/contract/city.ts'
import type { CityMap, View } from '../map/city-map.ts'
import type { MapSurface } from '../map/map-surface.ts'
import { fitView } from './fit-view.ts'
import type { MapDrawing } from './map-drawing.ts'
import { usePlanSearch } from './use-plan-search.ts'
import { readView, viewText } from './view-text.ts'

const SETTLED_MS = 250

/** Where the map is: the address says where it begins, the study where to look next; between that the map tells the address. */
export function usePlanView(
  city: City,
  drawing: Pick<MapDrawing, 'bounds' | 'boundsAsked'> | undefined,
  surface: RefObject<MapSurface | null>,
) {
  const { bounds, boundsAsked = 0 } = drawing ?? {}
  const { search, change } = usePlanSearch()
  const map = useRef<CityMap | null>(null)
  const town: View = { lng: city.centre[0], lat: city.centre[1], zoom: city.zoom, bearing: 0, pitch: 0 }
  const now = useRef<View>(readView(search.v) ?? town)
  const first = useRef(now.current)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const kept = useRef({ change })
  kept.current = { change }
  useEffect(() => () => clearTimeout(timer.current), [])

  const wanted = bounds && `${bounds.join()} ${boundsAsked}`
  const gone = useRef(search.v === undefined ? undefined : wanted)
  const goTo = (): void => {
    if (!bounds || !surface.current || gone.current === wanted) return
    gone.current = wanted
    map.current?.flyTo(fitView(bounds, surface.current.size()))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each box that the study asks for
  useEffect(goTo, [wanted])

  // Back, or a link that was pasted: the address names another place than the map told last.
  const told = useRef(search.v)
  useEffect(() => {
    const asked = readView(search.v)
    if (!asked || search.v === told.current || search.v === viewText(now.current)) return
    told.current = search.v
    map.current?.flyTo(asked, { instant: true })
  }, [search.v])

  return {
    ...{ map, first: first.current, arrived: goTo },
    zoomBy: (by: number) => map.current?.flyTo({ zoom: Math.round((now.current.zoom + by) * 4) / 4 }),
    toWhole: () => map.current?.flyTo(town),
    onView(next: View): void {
      now.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        told.current = viewText(next)
        kept.current.change({ v: told.current })
      }, SETTLED_MS)
    },
  }
}
