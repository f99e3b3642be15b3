import type { LngLat } from '../../../server/contract/geo.ts'
import type { View } from '../../map/city-map.ts'
import type { Part } from '../part.ts'
import type { Insets, Vh } from './wall-frame-insets.ts'

/** The map is so many of its own pixels high on every wall, and is drawn larger or smaller as a whole: what is to be seen at a zoom, and how
 *  large it is, is the same at 1080 and at 2160. */
export const MAP_HEIGHT = 1_440
/** Pixels of the map in 1 vh. */
export const MAP_PIXELS = MAP_HEIGHT / 100
/** MapLibre counts zoom in tiles of 512 pixels. */
const TILE = 512

/** What the camera is to show. */
export type Target =
  | { centre: LngLat; zoom: number; bearing?: number; pitch?: number }
  /** Half of the width and height of a box about the centre, in parts of the world as Mercator has it. */
  | { centre: LngLat; half: readonly [x: number, y: number]; most?: number }

/** Web Mercator, 0 … 1 from the north-west. */
export function mercator([lng, lat]: LngLat): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

const placeOf = (x: number, y: number): LngLat => [
  (x - 0.5) * 360,
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
]

/** A box that holds these places, with some air; undefined for none. */
export function boxOf(places: readonly LngLat[], most: number): Target | undefined {
  const points = places.map(mercator)
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  const [north, south] = [Math.min(...ys), Math.max(...ys)]
  return {
    centre: placeOf((west + east) / 2, (north + south) / 2),
    half: [(east - west) / 2, (south - north) / 2],
    most,
  }
}

interface Wall {
  /** Of all its screens. */
  width: Vh
  insets: Insets
  part: Part | null
}

/** Where the map of one screen stands so that the target fills what is left between header, columns and foot of the whole wall. A wall of
 *  several screens looks straight down: pieces of a tilted view do not meet. */
export function viewOf(target: Target, { width, insets, part }: Wall): View {
  const clear = [width - insets.left - insets.right, 100 - insets.top - insets.bottom] as const
  const zoom = 'zoom' in target ? target.zoom : zoomFor(target, clear)
  const bearing = 'zoom' in target ? (target.bearing ?? 0) : 0
  const pitch = 'zoom' in target && !part ? (target.pitch ?? 0) : 0
  const share = part ? ((part.index + 0.5) / part.of) * width : width / 2
  // From the middle of what is left to the middle of this screen, in pixels of the map.
  const right = (share - (insets.left + clear[0] / 2)) * MAP_PIXELS
  const down = (50 - (insets.top + clear[1] / 2)) * MAP_PIXELS
  const world = TILE * 2 ** zoom
  const turn = (bearing * Math.PI) / 180
  const [x, y] = mercator(target.centre)
  const [lng, lat] = placeOf(
    x + (right * Math.cos(turn) - down * Math.sin(turn)) / world,
    y + (right * Math.sin(turn) + down * Math.cos(turn)) / world,
  )
  return { lng, lat, zoom, bearing, pitch }
}

function zoomFor(
  { half: [x, y], most = 22 }: Extract<Target, { half: unknown }>,
  [width, height]: readonly [Vh, Vh],
): number {
  const fits = (room: Vh, of: number): number => (of > 0 ? Math.log2((room * MAP_PIXELS) / (2 * of * TILE)) : most)
  return Math.min(most, fits(width, x), fits(height, y))
}
