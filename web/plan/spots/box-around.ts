import type { Bbox, Geometry, LngLat } from '../../../server/contract/geo.ts'

/** Five decimals: a metre. */
export const five = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** The box that two places span. */
export const boxBetween = ([x, y]: LngLat, [u, v]: LngLat): Bbox => [
  ...([five(Math.min(x, u)), five(Math.min(y, v)), five(Math.max(x, u)), five(Math.max(y, v))] as const),
]

/** The box around an area. */
export function boxAround(geometry: Geometry): Bbox {
  const numbers = [geometry.coordinates].flat(5) as number[]
  const [lngs, lats] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)]
  return boxBetween([Math.min(...lngs), Math.min(...lats)], [Math.max(...lngs), Math.max(...lats)])
}

/** Of a closed square with its surroundings, so that one sees where in the town it lies. */
export function boxAbout(ring: readonly LngLat[]): Bbox {
  const [[west, south] = [0, 0], , [east, north] = [0, 0]] = ring
  const [wide, high] = [(east - west) * 2, (north - south) * 2]
  return [five(west - wide), five(south - high), five(east + wide), five(north + high)]
}
