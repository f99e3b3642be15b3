import { type RefObject, useEffect, useRef, useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { CityMap, View } from '../../map/city-map.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import type { DeskMapProps } from './desk-map-props.ts'

/** A case that is opened from the list is shown no further out than this. */
const CASE_ZOOM = 15.5
/** What stands on the edges of the map, px: a case under it counts as out of view. */
const INSET = { top: 56, side: 40, bottom: 100 }

/** So long after the map has told a view it may come back from the address. */
const ECHO_MS = 3_000

/** Where the map is: the address says where it begins, and again when somebody goes back; between that the map tells. */
export function useDeskView(
  city: City,
  { view, onView, opened, cases }: DeskMapProps,
  surface: RefObject<MapSurface | null>,
) {
  const map = useRef<CityMap | null>(null)
  const town: View = { lng: city.centre[0], lat: city.centre[1], zoom: city.zoom, bearing: 0, pitch: 0 }
  const now = useRef<View>(view ?? town)
  const first = useRef(now.current)
  const told = useRef(new Map<string, number>())
  const [moves, setMoves] = useState(0)

  const asked = view && textOf(view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address names another view than the map told
  useEffect(() => {
    if (!view || asked === textOf(now.current)) return
    // The address follows a little later: what the map was at meanwhile is no wish to go back.
    if (performance.now() - (told.current.get(textOf(view)) ?? Number.NEGATIVE_INFINITY) < ECHO_MS) return
    map.current?.flyTo(view, { instant: true })
  }, [asked])

  const case_ = cases.find(({ id }) => id === opened)
  const wanted = useRef<string | null>(null)
  const goToOpened = (one: DeskCase | undefined): void => {
    if (!one || !surface.current || wanted.current === one.id) return
    wanted.current = one.id
    if (!isSeen(surface.current, one.location)) goTo(one.location, CASE_ZOOM)
  }
  const goTo = ([lng, lat]: LngLat, least = 0): void =>
    map.current?.flyTo({ lng, lat, zoom: Math.max(now.current.zoom, least) })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each case that is opened; it stays where it is when the map is moved away
  useEffect(() => {
    if (opened === null) wanted.current = null
    goToOpened(case_)
  }, [opened, case_ !== undefined])

  return {
    ...{ map, first: first.current, moves, goTo },
    bump: () => setMoves((before) => before + 1),
    zoom: () => now.current.zoom,
    zoomBy: (by: number) => map.current?.flyTo({ zoom: Math.round((now.current.zoom + by) * 4) / 4 }),
    toWhole: () => map.current?.flyTo(town),
    onView: (next: View) => {
      now.current = next
      const at = performance.now()
      for (const [text, when] of told.current) if (at - when > ECHO_MS) told.current.delete(text)
      told.current.set(textOf(next), at)
      setMoves((before) => before + 1)
      onView(next)
    },
    /** The map is there: what was opened before it is gone to. */
    arrived: () => goToOpened(case_),
  }
}

/** As the address has it: what is rounded there is not another view. */
const textOf = ({ lng, lat, zoom, bearing, pitch }: View): string =>
  [lng.toFixed(6), lat.toFixed(6), zoom.toFixed(2), bearing.toFixed(1), pitch.toFixed(1)].join(',')

function isSeen(surface: MapSurface, place: LngLat): boolean {
  const [x, y] = surface.toPixel(place)
  const [width, height] = surface.size()
  return x > INSET.side && x < width - INSET.side && y > INSET.top && y < height - INSET.bottom
}
