import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { City } from '../../server/contract/city.ts'
import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import type { LayerPicture } from '../api.ts'
import type { CityMap, View } from '../map/city-map.ts'
import { extentOfCity } from './layers/layer-extent.ts'
import { shownLayersOf } from './layers/status-filter.ts'
import { hasCard, type Picture, viewText } from './picture.ts'
import { besideCard, type Covered, isCovered, type Size, townView, viewOfBounds } from './place-view.ts'
import type { Change } from './use-picture.ts'

export interface MapView {
  /** Where the map begins. */
  first: View
  /** What it shows now, some 200 ms after it stood still; undefined before. */
  bbox: Bbox | undefined
  onMap: (map: CityMap | null) => void
  onView: (view: View) => void
  map: RefObject<CityMap | null>
  centre: () => LngLat
  zoomBy: (by: number) => void
  /** Where bounds fit into what is free of the map, no closer than `closest`. */
  viewOf: (bounds: Bbox, closest: number) => View
  go: (view: View) => void
  /** Everything that the city has. */
  toWhole: () => void
  /** Goes to a place, no further out than `zoom`, and keeps it clear of a card. */
  flyTo: (place: LngLat, zoom: number, card: boolean) => void
  /** Brings a place out from under the card that has just opened. */
  uncover: (place: LngLat) => void
}

const SETTLED_MS = 200
const NOTHING: Covered = { right: 0, bottom: 0 }
/** Below this width the panel and the card are sheets (narrow.css). */
const PHONE = 700
const PANEL = 336
/** What the time bar covers of the map's foot, above the frame. */
const TIME_BAR = 140

/** Before there is a map to measure. */
const widthOfMap = (): number => window.innerWidth - (window.innerWidth > PHONE ? PANEL : 0)

/** The view of the map and the address, kept the same in both directions. */
export function useMapView(
  city: City,
  layers: LayerPicture[],
  picture: Picture,
  change: Change,
  box: RefObject<HTMLElement | null>,
): MapView {
  const map = useRef<CityMap | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins; afterwards the map owns its view
  const first = useMemo(() => picture.view ?? townView(city, widthOfMap()), [city])
  const now = useRef(first)
  const written = useRef(picture.view && viewText(picture.view))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who left for another page is not to be led back by the last move of the map.
  useEffect(() => () => clearTimeout(timer.current), [])
  const [bbox, setBbox] = useState<Bbox>()

  const size = (): Size => ({
    width: box.current?.clientWidth ?? widthOfMap(),
    height: box.current?.clientHeight ?? 600,
  })
  const covered = (): Covered => {
    const { height } = size()
    if (window.innerWidth <= PHONE) return { right: 0, bottom: Math.min(window.innerHeight * 0.64, 600, height) }
    return { right: window.innerWidth <= 1180 ? 360 : 404, bottom: 0 }
  }
  const viewOf = (bounds: Bbox, closest: number): View => {
    const { right, bottom } = hasCard(picture) ? covered() : NOTHING
    return viewOfBounds(bounds, size(), { right, bottom: Math.max(bottom, picture.heat ? TIME_BAR : 0) }, closest)
  }
  const go = (to: View): void => map.current?.flyTo(to)

  const onView = useCallback(
    (view: View): void => {
      now.current = view
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        setBbox(map.current?.bounds())
        const text = viewText(view)
        if (text === written.current) return
        written.current = text
        change((before) => ({ ...before, view }), 'replace')
      }, SETTLED_MS)
    },
    [change],
  )

  const asked = picture.view && viewText(picture.view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address names another view: the back button, a link
  useEffect(() => {
    if (asked === undefined || asked === written.current) return
    written.current = asked
    if (picture.view) map.current?.flyTo(picture.view, { instant: true })
  }, [asked])

  return {
    first,
    bbox,
    map,
    onView,
    onMap: useCallback((opened: CityMap | null) => {
      map.current = opened
      if (opened) setBbox(opened.bounds())
    }, []),
    centre: () => [now.current.lng, now.current.lat],
    zoomBy: (by) => map.current?.flyTo({ zoom: Math.round((now.current.zoom + by) * 4) / 4 }),
    viewOf,
    go,
    toWhole: () => {
      const all = extentOfCity(layers, shownLayersOf(picture, layers))
      go(all ? viewOf(all, city.zoom) : townView(city, size().width))
    },
    flyTo: (place, zoom, card) => {
      const to = Math.max(now.current.zoom, zoom)
      map.current?.flyTo({ ...besideCard(place, to, card ? covered() : NOTHING), zoom: to })
    },
    uncover: (place) => {
      const bounds = map.current?.bounds()
      if (!bounds || !isCovered(place, bounds, size(), covered())) return
      map.current?.flyTo(besideCard(place, now.current.zoom, covered()))
    },
  }
}
