import { metresInside, shapeOf, squareMetresOf } from '../../../server/contract/fence-shape.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { View } from '../../map/city-map.ts'

/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PIXELS = 512
const CLOSEST = 18

/** Where a map of this size in px shows all corners, with a margin; undefined where there is none. */
export function viewOfCorners(
  corners: readonly LngLat[],
  [width, height]: readonly [number, number],
): Pick<View, 'lng' | 'lat' | 'zoom'> | undefined {
  if (corners.length === 0) return undefined
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)]
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const lat = (south + north) / 2
  const across = Math.max((east - west) / width, (north - south) / (height * Math.cos((lat * Math.PI) / 180)), 1e-9)
  const zoom = Math.min(CLOSEST, Math.log2(360 / (WORLD_PIXELS * across * 1.5)))
  return { lng: (west + east) / 2, lat, zoom }
}

/** The smallest fence in which a place lies: of one within another that one is meant. */
export function fenceAt<Fence extends { ring: readonly LngLat[] }>(
  fences: readonly Fence[],
  place: LngLat,
): Fence | undefined {
  return fences
    .filter(({ ring }) => metresInside(shapeOf(ring), place) > 0)
    .sort((a, b) => squareMetresOf(a.ring) - squareMetresOf(b.ring))[0]
}
