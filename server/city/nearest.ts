import type { Bbox, LngLat } from '../contract/geo.ts'
import { eachRunInBox } from './box-search.ts'
import type { Columns } from './columns.ts'
import { metresTo } from './distance.ts'
import type { LayerRows } from './layer-rows.ts'
import { readText } from './texts.ts'

/** Metres of a degree of latitude on a sphere of 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08

/** The first radius that is looked in, and the last: half the way round. */
const FIRST_METRES = 50
const LAST_METRES = 20_100_000

/** The k nearest things, the nearest first; to a line or polygon it is as far as to its edge, and 0 inside. Looks in squares that double:
 *  what lies within the square's half side is settled, because a thing is never nearer than its box. */
export function nearest({ segments }: LayerRows, at: LngLat, k: number): { id: string; metres: number }[] {
  for (let radius = FIRST_METRES; ; radius *= 2) {
    const everything = radius > LAST_METRES
    const found = segments.flatMap((columns) => within(columns, at, everything ? undefined : squareAround(at, radius)))
    const settled = everything ? found : found.filter(({ metres }) => metres <= radius)
    if (settled.length < k && !everything) continue
    settled.sort((a, b) => a.metres - b.metres || numberOf(a) - numberOf(b))
    return settled.slice(0, k).map(({ columns, row, metres }) => ({ id: readText(columns.idTexts, row), metres }))
  }
}

/** Everything that is not farther than `metres`, the nearest first; to a line or polygon as in `nearest`. */
export function around({ segments }: LayerRows, at: LngLat, metres: number): { id: string; metres: number }[] {
  // Boxes stand on whole Mercator units of some 9 mm: a little wider, so that none is missed.
  const square = squareAround(at, metres + 0.1)
  const found = segments.flatMap((columns) => within(columns, at, square)).filter((one) => one.metres <= metres)
  found.sort((a, b) => a.metres - b.metres || numberOf(a) - numberOf(b))
  return found.map((one) => ({ id: readText(one.columns.idTexts, one.row), metres: one.metres }))
}

const numberOf = ({ columns, row }: Found): number => columns.number[row] as number

interface Found {
  columns: Columns
  row: number
  metres: number
}

function within(columns: Columns, at: LngLat, square: Bbox | undefined): Found[] {
  const found: Found[] = []
  eachRunInBox(columns, square, (from, to) => {
    for (let row = from; row < to; row++)
      if (!columns.dead?.[row]) found.push({ columns, row, metres: metresTo(columns, row, at) })
  })
  return found
}

function squareAround([lng, lat]: LngLat, radius: number): Bbox | undefined {
  const up = radius / METRES_PER_DEGREE
  const [south, north] = [lat - up, lat + up]
  // A degree of longitude is shortest at the edge nearer to the pole.
  const shortest = Math.cos((Math.min(89, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180)
  const [west, east] = [lng - up / shortest, lng + up / shortest]
  return west < -180 || east > 180 || south < -85 || north > 85 ? undefined : [west, south, east, north]
}
