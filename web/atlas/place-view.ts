import type { City } from '../../server/contract/city.ts'
import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import type { View } from '../map/city-map.ts'

/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PIXELS = 512
export const degreesPerPixel = (zoom: number): number => 360 / (WORLD_PIXELS * 2 ** zoom)

export interface Size {
  width: number
  height: number
}

/** What a card covers of the map, in px: its right on a desk, its foot on a phone. */
export interface Covered {
  right: number
  bottom: number
}

/** The centre at which a place stands in the middle of what a card leaves free. */
export const besideCard = (
  [lng, lat]: LngLat,
  zoom: number,
  { right, bottom }: Covered,
): { lng: number; lat: number } => ({
  lng: lng + (right / 2) * degreesPerPixel(zoom),
  lat: lat - (bottom / 2) * degreesPerPixel(zoom) * Math.cos((lat * Math.PI) / 180),
})

const MARGIN = 24

/** Whether a place lies under the card, on a map of this size in px that is not turned. */
export const isCovered = (
  [lng, lat]: LngLat,
  [west, south, east, north]: Bbox,
  { width, height }: Size,
  { right, bottom }: Covered,
): boolean =>
  (right > 0 && ((lng - west) / (east - west)) * width > width - right - MARGIN) ||
  (bottom > 0 && ((north - lat) / (north - south)) * height > height - bottom - MARGIN)

/** The town on a map of this width, where the page begins: the city names its zoom for 1440 px. */
export const townView = ({ centre: [lng, lat], zoom }: City, width: number): View => ({
  lng,
  lat,
  zoom: zoom + Math.log2(Math.max(width, 320) / 1440),
  bearing: 0,
  pitch: 0,
})

/** Free of things at the edges of a fitted map, in px: the list's button above, the tools at the right, the frame below. */
const ROOM = { top: 56, right: 68, bottom: 48, left: 36 }
/** A map too small for its own tools still shows something. */
const LEAST_PIXELS = 80

/** Web Mercator, the world from 0 in the north to 1. */
const mercatorY = (lat: number): number => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
const latitudeAt = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** Bounds as large as they fit into what card, tools and frame leave of a map of this size, and no closer than `closest`. */
export function viewOfBounds(
  [west, south, east, north]: Bbox,
  { width, height }: Size,
  { right, bottom }: Covered,
  closest: number,
): View {
  const [top, low] = [mercatorY(north), mercatorY(south)]
  const zoomFor = (pixels: number, span: number) => Math.log2(Math.max(pixels, LEAST_PIXELS) / WORLD_PIXELS / span)
  const across = zoomFor(width - ROOM.left - ROOM.right - right, (east - west) / 360)
  const down = zoomFor(height - ROOM.top - ROOM.bottom - bottom, low - top)
  const zoom = Math.min(across, down, closest)
  const eastwards = (ROOM.right + right - ROOM.left) / 2
  const southwards = (ROOM.bottom + bottom - ROOM.top) / 2
  return {
    lng: (west + east) / 2 + eastwards * degreesPerPixel(zoom),
    lat: latitudeAt((top + low) / 2 + southwards / (WORLD_PIXELS * 2 ** zoom)),
    zoom,
    bearing: 0,
    pitch: 0,
  }
}
