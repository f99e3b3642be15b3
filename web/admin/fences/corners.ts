import type { LngLat } from '../../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'

/** Seven decimals are a centimetre. */
const DECIMALS = 7
const rounded = (value: number): number => Number(value.toFixed(DECIMALS))
export const roundedPlace = ([lng, lat]: LngLat): LngLat => [rounded(lng), rounded(lat)]

/** The corners of a closed ring: the first is not repeated. */
export const cornersOf = (ring: readonly LngLat[]): LngLat[] => ring.slice(0, -1)

/** The ring that corners make: closed, none where there is no corner. */
export const ringOf = (corners: readonly LngLat[]): LngLat[] => [...corners, ...corners.slice(0, 1)]

export const withCorner = (corners: readonly LngLat[], at: number, place: LngLat): LngLat[] =>
  corners.toSpliced(at, 0, roundedPlace(place))
export const movedCorner = (corners: readonly LngLat[], at: number, place: LngLat): LngLat[] =>
  corners.with(at, roundedPlace(place))
export const withoutCorner = (corners: readonly LngLat[], at: number): LngLat[] => corners.toSpliced(at, 1)

/** The middle of each side, from the corner of the same number to the next; of a line only the one that it has. */
export const middlesOf = (corners: readonly LngLat[]): LngLat[] =>
  corners.slice(0, corners.length < 3 ? -1 : undefined).map(([lng, lat], at) => {
    const [nextLng, nextLat] = corners[(at + 1) % corners.length] ?? [lng, lat]
    return roundedPlace([(lng + nextLng) / 2, (lat + nextLat) / 2])
  })

/** A place so many metres further east and north. */
export const nudged = ([lng, lat]: LngLat, east: number, north: number): LngLat => [
  lng + east / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  lat + north / METRES_PER_DEGREE,
]

/** One corner a line: longitude, latitude. */
export const textOf = (corners: readonly LngLat[]): string => corners.map(([lng, lat]) => `${lng}, ${lat}`).join('\n')

/** The corners that a text says, or the number of its first line that says none. Any of `,，;` and blanks part the two numbers; a last line that
 *  repeats the first closes the ring and is no corner more. */
export function readCorners(text: string): { corners: LngLat[] } | { badLine: number } {
  const corners: LngLat[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parts = line.trim().split(/\s*[,，;；]\s*|\s+/)
    const [lng = Number.NaN, lat = Number.NaN] = parts.map(Number)
    if (parts.length !== 2 || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90)) return { badLine: at + 1 }
    corners.push([lng, lat])
  }
  const [first, last] = [corners[0], corners.at(-1)]
  const closes = corners.length > 3 && first && last && first[0] === last[0] && first[1] === last[1]
  return { corners: closes ? corners.slice(0, -1) : corners }
}
