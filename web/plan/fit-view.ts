import type { Bbox } from '../../server/contract/geo.ts'
import type { View } from '../map/city-map.ts'
import type { Pixel } from '../map/map-surface.ts'

const TILE = 512
/** What floats on the map: legend above, the study's card below. */
const ROOM = { side: 48, top: 64, bottom: 170 }
/** A single place is not gone to closer than this: the streets around it say where it is. */
const CLOSEST = 16.5
const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
const latitude = (y: number): number => (Math.atan(Math.exp(y * 2 * Math.PI)) * 360) / Math.PI - 90

/** The view that has a box in the free part of a map of so many pixels, north up. */
export function fitView([west, south, east, north]: Bbox, [width, height]: Pixel): View {
  const spans = [(east - west) / 360, mercator(north) - mercator(south)] as const
  const free = [Math.max(width - 2 * ROOM.side, 60), Math.max(height - ROOM.top - ROOM.bottom, 60)] as const
  const zooms = spans.map((span, axis) => Math.log2((free[axis] as number) / (TILE * Math.max(span, 1e-9))))
  const zoom = Math.min(CLOSEST, ...zooms)
  // The free part's middle is above the map's.
  const shift = (ROOM.bottom - ROOM.top) / 2 / (TILE * 2 ** zoom)
  const y = (mercator(north) + mercator(south)) / 2 - shift
  return { lng: (west + east) / 2, lat: latitude(y), zoom, bearing: 0, pitch: 0 }
}
