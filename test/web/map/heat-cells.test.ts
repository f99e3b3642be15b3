import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { densityOf, differenceOf, HEAT_STEPS, readingAt, uninspectedCells } from '../../../web/map/heat-cells.ts'
import { gridPlaceOf, lngLatOf } from '../../../web/map/heat-grid.ts'
import { stepOf } from '../../../web/map/heat-layers.ts'
import { firstAtOrAfter } from '../../../web/map/heat-spread.ts'
import type { HeatColumns } from '../../../web/map/read-heat.ts'

const ORIGIN: LngLat = [93.7858, 31.8892]
const GRID = { origin: ORIGIN, cellMetres: 100 }
const MONTH = (365.2425 / 12) * 86_400
const window = { from: 1_000_000, to: 1_000_000 + MONTH }

/** Points in cells east and north of the origin, at seconds after the window's start, all in its first second unless said. */
function points(...places: { east: number; north: number; at?: number; of?: number }[]): HeatColumns {
  const rows = places.map(({ east, north, at = 0, of = 0 }) => ({ place: lngLatOf(GRID, east, north), at, of }))
  const column = (axis: 0 | 1) => Int32Array.from(rows, ({ place }) => Math.round(place[axis] * 1e7))
  return {
    count: rows.length,
    seq: 1,
    from: '',
    to: '',
    classes: ['a', 'b'],
    sources: ['s'],
    lng: column(0),
    lat: column(1),
    at: Uint32Array.from(rows, ({ at }) => window.from + at),
    classOf: Uint8Array.from(rows, ({ of }) => of),
    sourceOf: new Uint8Array(rows.length),
  }
}

const casesIn = (cells: ReturnType<typeof densityOf>) =>
  cells.density.reduce((sum, density) => sum + density * 0.01 * cells.months, 0)

test('one case in a month is one case: density × area × months over all cells is 1, wherever in its cell it lies', () => {
  for (const place of [
    { east: 0.5, north: 0.5 },
    { east: 3.02, north: -7.97 },
  ])
    expect(casesIn(densityOf(points(place), window, { origin: ORIGIN }))).toBeCloseTo(1, 4)
})

test('the middle of a single case has the height of its Gaussian: 1 / 2πσ² = 7.07 per km² at 150 m', () => {
  const cells = densityOf(points({ east: 0.5, north: 0.5 }), window, { origin: ORIGIN })
  expect(readingAt(cells, lngLatOf(GRID, 0.5, 0.5))?.density).toBeCloseTo(7.07, 1)
  const away = readingAt(cells, lngLatOf(GRID, 2.5, 0.5))?.density ?? 0
  expect(away / 7.07).toBeCloseTo(Math.exp(-0.5 * (200 / 150) ** 2), 1)
})

test('the same cases in half the time are twice as dense', () => {
  const half = { from: window.from, to: window.from + MONTH / 2 }
  const once = densityOf(points({ east: 0.5, north: 0.5 }), window, { origin: ORIGIN })
  const twice = densityOf(points({ east: 0.5, north: 0.5 }), half, { origin: ORIGIN })
  expect(Math.max(...twice.density) / Math.max(...once.density)).toBeCloseTo(2, 5)
})

test('a case on the last instant of the window belongs to the next one', () => {
  const cells = densityOf(points({ east: 0, north: 0, at: 5 }, { east: 0, north: 0, at: MONTH }), window, {
    origin: ORIGIN,
  })
  expect(cells.count.reduce((a, b) => a + b)).toBe(1)
})

test('the first point at or after an instant is found among equal ones', () => {
  const at = Uint32Array.of(3, 5, 5, 5, 9)
  expect([0, 3, 4, 5, 6, 9, 10].map((from) => firstAtOrAfter(at, from))).toEqual([0, 0, 1, 1, 4, 4, 5])
})

test('a class that is not wanted is left out, and a place outside the bounds is counted', () => {
  const given = points({ east: 0, north: 0 }, { east: 1, north: 0, of: 1 }, { east: 5000, north: 0 })
  const cells = densityOf(given, window, { origin: ORIGIN, classes: new Set([0]), bounds: [93, 31, 94, 32] })
  expect([cells.count.reduce((a, b) => a + b), cells.outside]).toEqual([1, 1])
})

test('no cases make no cells', () => {
  const cells = densityOf(points(), window, { origin: ORIGIN })
  expect([cells.columns, cells.density.length, readingAt(cells, ORIGIN)]).toEqual([0, 0, undefined])
})

test('a cell is the same cell whatever other cases there are', () => {
  const place = lngLatOf(GRID, 4.5, 4.5)
  const alone = densityOf(points({ east: 4.5, north: 4.5 }), window, { origin: ORIGIN })
  const among = densityOf(points({ east: 4.5, north: 4.5 }, { east: -90, north: 33 }), window, { origin: ORIGIN })
  expect(readingAt(among, place)).toEqual(readingAt(alone, place))
})

test('difference is complaints − inspections, and marks what complained and was not inspected', () => {
  const complaints = densityOf(points({ east: 0.5, north: 0.5 }, { east: 20.5, north: 0.5 }), window, {
    origin: ORIGIN,
  })
  const inspections = densityOf(points({ east: 0.5, north: 0.5 }, { east: -20.5, north: 3.5 }), window, {
    origin: ORIGIN,
  })
  const cells = differenceOf(complaints, inspections)
  const at = (east: number, north: number) => readingAt(cells, lngLatOf(GRID, east, north))
  expect(at(0.5, 0.5)).toMatchObject({ density: 0, complaints: 1, inspections: 1, uninspected: false })
  expect(at(20.5, 0.5)).toMatchObject({ complaints: 1, inspections: 0, uninspected: true })
  expect(at(-20.5, 3.5)?.density).toBeCloseTo(-7.07, 1)
  expect(uninspectedCells(cells).map(({ lngLat }) => gridPlaceOf(GRID, lngLat).map(Math.floor))).toEqual([[20, 0]])
})

test('a border belongs to the colour above it', () => {
  expect([0, 4.99, 5, 19, 80, 1000].map((value) => stepOf(value, HEAT_STEPS))).toEqual([0, 0, 1, 2, 5, 5])
})
