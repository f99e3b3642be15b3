import type { City } from '../../server/contract/city.ts'
import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import type { View } from '../map/city-map.ts'

/** MapLibre's world is 512 px wide at zoom 0. */
const degreesPerPixel = (zoom: number): number => 360 / (512 * 2 ** zoom)

/** The centre at which a place stands in the middle of what a card of `covered` px at the right leaves free. */
export const besideCard = ([lng, lat]: LngLat, zoom: number, covered: number): { lng: number; lat: number } => ({
  lng: lng + (covered / 2) * degreesPerPixel(zoom),
  lat,
})

/** Whether a place lies under the card, on a map of `width` px that is not turned. */
export const isCovered = ([lng]: LngLat, [west, , east]: Bbox, width: number, covered: number): boolean =>
  ((lng - west) / (east - west)) * width > width - covered - 24

/** The whole town on a map of this width: the city names its zoom for 1440 px. */
export const wholeCity = ({ centre: [lng, lat], zoom }: City, width: number): View => ({
  lng,
  lat,
  zoom: zoom + Math.log2(Math.max(width, 320) / 1440),
  bearing: 0,
  pitch: 0,
})
