import type { LngLat } from '../../contract/geo.ts'
import { METRES_PER_DEGREE } from '../../contract/local-plane.ts'
import {
  type AccuracyClass,
  accuracyOf,
  ageBandOf,
  ageDaysOf,
  type LayerTrust,
  sourceKindOf,
  TRUST_AGES,
  type TrustCell,
} from '../../contract/trust.ts'
import { toTheEnd } from '../steps/to-the-end.ts'

/** Things as columns; of a text stands its number among `words`. */
export interface TrustColumns {
  count: number
  lng: Float64Array
  lat: Float64Array
  changedMs: Float64Array
  texts: Readonly<Record<string, { words: readonly string[]; of: Uint16Array }>>
}

type Counts = Pick<LayerTrust, 'things' | 'accuracy' | 'ages'>

const noCounts = (): Counts => ({
  things: 0,
  accuracy: { A: 0, B: 0, C: 0, none: 0 },
  ages: Array.from({ length: TRUST_AGES.length + 1 }, () => 0),
})

/** Reads grade and age of each thing; a word is judged once and not for each of 300,000 things. */
function readerOf({ changedMs, texts: { accuracy } }: TrustColumns, nowMs: number) {
  const grades = (accuracy?.words ?? []).map(accuracyOf)
  return (thing: number): { grade: AccuracyClass | null; ageDays: number } => ({
    grade: (accuracy && grades[accuracy.of[thing] as number]) ?? null,
    ageDays: ageDaysOf(changedMs[thing] as number, nowMs),
  })
}

function count(into: Counts, { grade, ageDays }: { grade: AccuracyClass | null; ageDays: number }): void {
  into.things++
  into.accuracy[grade ?? 'none']++
  const band = ageBandOf(ageDays)
  into.ages[band] = (into.ages[band] ?? 0) + 1
}

/** A millisecond's worth. */
const AT_ONCE = 4_096

/** The things of a layer by class of position, by age and by where they are from. */
export const sumTrust = (columns: TrustColumns, nowMs: number): Omit<LayerTrust, 'layer' | 'graded'> =>
  toTheEnd(sumTrustInSteps(columns, nowMs))

/** As sumTrust, some things at a time: a district has 150,000 drains. */
export function* sumTrustInSteps(
  columns: TrustColumns,
  nowMs: number,
): Generator<void, Omit<LayerTrust, 'layer' | 'graded'>> {
  const sum = noCounts()
  const sources = { import: 0, hand: 0, made: 0 }
  const read = readerOf(columns, nowMs)
  const { source } = columns.texts
  const kinds = (source?.words ?? []).map(sourceKindOf)
  for (let thing = 0; thing < columns.count; thing++) {
    if (thing % AT_ONCE === 0) yield
    count(sum, read(thing))
    sources[(source && kinds[source.of[thing] as number]) ?? 'hand']++
  }
  return { ...sum, sources }
}

const SIDES = [25, 50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 51_200, 102_400] as const

/** The side of squares of which a box has no more than `most`, in metres.
 *  @param box west, south, east, north in degrees */
export function sideFor([west, south, east, north]: readonly [number, number, number, number], most: number): number {
  const wide = (east - west) * METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const high = (north - south) * METRES_PER_DEGREE
  return SIDES.find((side) => (wide / side) * (high / side) <= most) ?? 204_800
}

/** Things in squares that stand still when the map moves: they are counted from the equator and the meridian of Greenwich.
 *  @param lat somewhere in the city, degrees: squares are true to their side there */
export const trustCells = (columns: TrustColumns, nowMs: number, squares: Squares): TrustCell[] =>
  toTheEnd(trustCellsInSteps(columns, nowMs, squares))

interface Squares {
  side: number
  lat: number
}

/** As trustCells, some things at a time. */
export function* trustCellsInSteps(
  columns: TrustColumns,
  nowMs: number,
  { side, lat }: Squares,
): Generator<void, TrustCell[]> {
  const high = side / METRES_PER_DEGREE
  const wide = high / Math.cos((Math.round(lat) * Math.PI) / 180)
  const cells = new Map<string, { x: number; y: number; counts: Counts; days: number[] }>()
  const read = readerOf(columns, nowMs)
  for (let thing = 0; thing < columns.count; thing++) {
    if (thing % AT_ONCE === 0) yield
    const [x, y] = [
      Math.floor((columns.lng[thing] as number) / wide),
      Math.floor((columns.lat[thing] as number) / high),
    ]
    const key = `${x} ${y}`
    const cell = cells.get(key) ?? { x, y, counts: noCounts(), days: [] }
    cells.set(key, cell)
    const one = read(thing)
    count(cell.counts, one)
    cell.days.push(one.ageDays)
  }
  return [...cells.values()].map(({ x, y, counts, days }) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ringOf(x * wide, y * high, wide, high)] },
    properties: { ...counts, median: medianGrade(counts), ageDays: middleOf(days) },
  }))
}

const ringOf = (west: number, south: number, wide: number, high: number): LngLat[] => {
  const [w, s, e, n] = [west, south, west + wide, south + high].map((degrees) => Math.round(degrees * 1e7) / 1e7) as [
    number,
    number,
    number,
    number,
  ]
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
}

/** The class that half of them have or are better than; null: more than half have none. */
function medianGrade({ things, accuracy: { A, B, C } }: Counts): AccuracyClass | null {
  const half = things / 2
  return A >= half ? 'A' : A + B >= half ? 'B' : A + B + C >= half ? 'C' : null
}

const middleOf = (days: number[]): number => days.sort((a, b) => a - b)[Math.floor((days.length - 1) / 2)] ?? 0
