import type { LngLat } from '../../../server/contract/geo.ts'

/** How much of the map can be seen, px: what lies over its right side hides the rest. */
export interface Seen {
  width: number
  height: number
  hiddenRight: number
}

const TILE = 512
/** A single stop is shown no nearer than this. */
const NEAREST = 16
/** Room around, for tools and names. */
const ROOM = 90

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)

/** The view that has all of these places in what can be seen of the map; undefined for none. */
export function viewOfRoute(
  places: readonly LngLat[],
  { width, height, hiddenRight }: Seen,
): { lng: number; lat: number; zoom: number } | undefined {
  if (places.length === 0) return undefined
  const [west, east] = [Math.min(...places.map(([lng]) => lng)), Math.max(...places.map(([lng]) => lng))]
  const [south, north] = [Math.min(...places.map(([, lat]) => lat)), Math.max(...places.map(([, lat]) => lat))]
  const zoomFor = (pixels: number, share: number): number =>
    share > 0 ? Math.log2(Math.max(60, pixels - 2 * ROOM) / (TILE * share)) : NEAREST
  const zoom = Math.min(
    zoomFor(width - hiddenRight, (east - west) / 360),
    zoomFor(height, mercatorY(north) - mercatorY(south)),
    NEAREST,
  )
  const degreesAPixel = 360 / (TILE * 2 ** zoom)
  return { lng: (west + east) / 2 + (hiddenRight / 2) * degreesAPixel, lat: (south + north) / 2, zoom }
}

/** The place in the middle of what can be seen of the map. */
export const middleSeen = (
  { lng, lat, zoom }: { lng: number; lat: number; zoom: number },
  { hiddenRight }: Pick<Seen, 'hiddenRight'>,
): LngLat => [lng - (hiddenRight / 2) * (360 / (TILE * 2 ** zoom)), lat]
