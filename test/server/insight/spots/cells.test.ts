import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import {
  cellOf,
  columnOf,
  makeGrid,
  nameOfCell,
  ringOf,
  rowOf,
  tally,
} from '../../../../server/insight/spots/cell-grid.ts'
import { findUnseen } from '../../../../server/insight/spots/find-unseen.ts'
import { normalise } from '../../../../server/insight/spots/normalise.ts'
import { settlePeople } from '../../../../server/insight/spots/settle-people.ts'
import { shareArea } from '../../../../server/insight/spots/share-area.ts'
import { dice } from '../../city/made-layers.ts'

const grid = makeGrid([93.8, 31.9], 100)
const place = (east: number, north: number): LngLat => {
  const [[lng = 0, lat = 0] = [], [lng2 = 0] = [], [, lat2 = 0] = []] = ringOf(grid, cellOf(0, 0) ?? 0)
  return [lng + (lng2 - lng) * east, lat + (lat2 - lat) * north]
}
const ring = (...corners: [number, number][]): LngLat[] =>
  [...corners, ...corners.slice(0, 1)].map(([x, y]) => place(x, y))

test('a place is in the cell whose ring holds it, west of the origin too', () => {
  const random = dice(3)
  for (let round = 0; round < 300; round++) {
    const [lng, lat] = place(random() * 80 - 40, random() * 80 - 40)
    const cell = grid.cellAt(lng, lat) ?? 0
    const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = ringOf(grid, cell)
    expect([lng >= west - 1e-7, lng < east + 1e-7, lat >= south - 1e-7, lat < north + 1e-7]).not.toContain(false)
  }
  const cell = grid.cellAt(...place(-0.5, -2.5)) ?? 0
  expect([columnOf(cell), rowOf(cell), nameOfCell(grid, cell)]).toEqual([-1, -3, '100:-1:-3'])
  expect(grid.cellAt(-170, 0)).toBeUndefined()
})

test('an area is shared out among its cells to the last part, its hole left out', () => {
  const shape = [ring([0.5, 0.5], [2.5, 0.5], [2.5, 1.5], [0.5, 1.5]), ring([1, 0.75], [2, 0.75], [2, 1], [1, 1])]
  const shares = shareArea(grid, shape)
  const share = (east: number, north: number) => shares.get(cellOf(east, north) ?? 0)
  expect([share(0, 0), share(1, 0), share(2, 0), share(1, 1)]).toEqual(
    [0.25, 0.25, 0.25, 0.5].map((area) => expect.closeTo(area, 3)),
  )
  expect([...shares.values()].reduce((sum, area) => sum + area, 0)).toBeCloseTo(1.75, 3)
})

test('people are spread over their grid, nobody is lost, and unknown is not nobody', () => {
  const people = settlePeople(grid, [
    { polygons: [[ring([0.25, 0], [1.25, 0], [1.25, 1], [0.25, 1])]], people: 400 },
    { polygons: [[ring([1.5, 0], [2.5, 0], [2.5, 1], [1.5, 1])]], people: 100 },
    { polygons: [[ring([5, 5], [6, 5], [6, 6], [5, 6])]], people: null },
  ])
  const of = (east: number, north: number) => people.get(cellOf(east, north) ?? 0)
  expect([of(0, 0), of(1, 0), of(2, 0)]).toEqual([300, 150, 50].map((count) => expect.closeTo(count, 0)))
  expect([of(5, 5), of(9, 9)]).toEqual([null, undefined])
  expect([...people.values()].reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBeCloseTo(500, 6)
})

test('a count is divided by km², 1,000 people or things, and by nothing it is no data and not 0', () => {
  const [full, empty, strange] = [cellOf(0, 0) ?? 0, cellOf(1, 0) ?? 0, cellOf(2, 0) ?? 0]
  const counts = new Map([
    [full, 3],
    [empty, 2],
  ])
  const parts = {
    cellMetres: 500,
    people: new Map([
      [full, 1_500],
      [empty, 0],
      [strange, null],
    ]),
    assets: new Map([[full, 6]]),
  }
  const values = (per: 'raw' | 'km2' | 'people' | 'asset') =>
    normalise([full, empty, strange], counts, per, parts).map(({ value }) => value)
  expect(values('raw')).toEqual([3, 2, 0])
  expect(values('km2')).toEqual([12, 8, 0])
  expect(values('people')).toEqual([2, null, null])
  expect(values('asset')).toEqual([0.5, null, null])
})

test('cells complained of and never inspected come first, and the rest tells which share is the larger', () => {
  const [a, b, c, d] = [0, 1, 2, 3].map((east) => cellOf(east, 0) ?? 0) as [number, number, number, number]
  const rows = findUnseen(
    [a, b, c, d],
    new Map([
      [a, 1],
      [b, 6],
      [c, 3],
    ]),
    new Map([
      [a, 4],
      [d, 1],
    ]),
  )
  expect(rows.map(({ cell, unseen }) => [cell, unseen])).toEqual([
    [b, true],
    [c, true],
    [a, false],
    [d, false],
  ])
  expect(rows.map(({ differencePoints }) => Math.round(differencePoints ?? 0))).toEqual([60, 30, -70, -20])
  expect(findUnseen([a], new Map([[a, 1]]), new Map())[0]).toMatchObject({ unseen: true, differencePoints: null })
})

test('a tally counts every place once', () => {
  const random = dice(8)
  const places = Array.from({ length: 500 }, () => place(random() * 5, random() * 5))
  const counts = tally(grid, { lng: places.map(([lng]) => lng), lat: places.map(([, lat]) => lat) })
  for (const [cell, count] of counts) expect(places.filter((at) => grid.cellAt(...at) === cell).length).toBe(count)
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(500)
})
