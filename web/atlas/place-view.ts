import type { City } from '../../server/contract/city.ts'
import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import type { View } from '../map/city-map.ts'

/** MapLibre's world is 512 px wide at zoom 0. */
const degreesPerPixel = (zoom: number): number => 360 / (512 * 2 ** zoom)

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
  { width, height }: { width: number; height: number },
  { right, bottom }: Covered,
): boolean =>
  (right > 0 && ((lng - west) / (east - west)) * width > width - right - MARGIN) ||
  (bottom > 0 && ((north - lat) / (north - south)) * height > height - bottom - MARGIN)

/** The whole town on a map of this width: the city names its zoom for 1440 px. */
export const wholeCity = ({ centre: [lng, lat], zoom }: City, width: number): View => ({
  lng,
  lat,
  zoom: zoom + Math.log2(Math.max(width, 320) / 1440),
  bearing: 0,
  pitch: 0,
})
