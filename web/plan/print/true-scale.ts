import type { Bbox, LngLat } from '../../../server/contract/geo.ts'
import { MM_PER_PIXEL } from './paper.ts'

/** The ellipsoid of CGCS2000; that of WGS 84 differs from it by 0.1 mm. */
const A = 6_378_137
const E2 = 0.006_694_380_022_9
/** Of MapLibre: the world is so many pixels wide at zoom 0. */
const WORLD_PIXELS = 512

export const SCALES = [1_000, 2_000, 2_500, 5_000, 10_000, 25_000] as const
export const DEFAULT_SCALE = 5_000

export interface Ground {
  centre: LngLat
  /** 5,000 for 1:5,000. */
  scale: number
  /** CSS pixels of the map on the sheet. */
  pixels: readonly [width: number, height: number]
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres on the ground of one metre in the plane of Web Mercator, which is drawn as if the earth were a ball: eastward and northward
 *  differ a little on the ellipsoid (by 0.48 % at 32°). Radii of curvature N and M. */
export function groundPerPlane(lat: number): { east: number; north: number } {
  const w2 = 1 - E2 * Math.sin(rad(lat)) ** 2
  const cos = Math.cos(rad(lat))
  return { east: cos / Math.sqrt(w2), north: (cos * (1 - E2)) / w2 ** 1.5 }
}

/** Between the two, so that neither way is off by more than half of what they differ. */
const meanGround = (lat: number): number => {
  const { east, north } = groundPerPlane(lat)
  return Math.sqrt(east * north)
}

/** Metres in the plane of one CSS pixel of the sheet. */
const planePerPixel = ({ centre, scale }: Ground): number => (scale * MM_PER_PIXEL) / 1000 / meanGround(centre[1])

/** The zoom at which the map's pixels, printed as 1/96 in, are true to scale at the sheet's middle. */
export const zoomOf = (ground: Ground): number => Math.log2((2 * Math.PI * A) / WORLD_PIXELS / planePerPixel(ground))

const planeX = (lng: number): number => A * rad(lng)
const planeY = (lat: number): number => A * Math.log(Math.tan(Math.PI / 4 + rad(lat) / 2))
const lngOf = (x: number): number => (x / A) * (180 / Math.PI)
const latOf = (y: number): number => (2 * Math.atan(Math.exp(y / A)) - Math.PI / 2) * (180 / Math.PI)

/** From CSS pixels right of and below the sheet map's middle to a place, and back. */
export const placeAt = (ground: Ground, [right, down]: readonly [number, number]): LngLat => {
  const metres = planePerPixel(ground)
  return [lngOf(planeX(ground.centre[0]) + right * metres), latOf(planeY(ground.centre[1]) - down * metres)]
}
export const pixelAt = (ground: Ground, [lng, lat]: LngLat): [right: number, down: number] => {
  const metres = planePerPixel(ground)
  return [(planeX(lng) - planeX(ground.centre[0])) / metres, (planeY(ground.centre[1]) - planeY(lat)) / metres]
}

/** What of the ground lies on the sheet. */
export function boxOf(ground: Ground): Bbox {
  const [width, height] = ground.pixels
  const [west, north] = placeAt(ground, [-width / 2, -height / 2])
  const [east, south] = placeAt(ground, [width / 2, height / 2])
  return [west, south, east, north]
}

/** The farthest that the scale is off anywhere on the sheet, in any direction: 0.0024 is 0.24 %. */
export function deviationOf(ground: Ground): number {
  const [, south, , north] = boxOf(ground)
  const mean = meanGround(ground.centre[1])
  const factors = [south, north, ground.centre[1]].flatMap((lat) => Object.values(groundPerPlane(lat)))
  return Math.max(...factors.map((factor) => Math.abs(factor / mean - 1)))
}
