import { expect, test } from 'vitest'
import { locateCase } from '../../../../server/cases/place/locate-case.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { dice } from '../../city/made-layers.ts'
import { gridByHand, meshOf, roadByHand } from './brute-force.ts'
import {
  gridCode,
  HOME,
  memoryOf,
  moved,
  polygon,
  RULES,
  responsibilityGrid,
  road,
  square,
  unitGrid,
} from './made-ground.ts'

const WEST = gridCode(1)
const EAST = gridCode(2)

test('a place has the grid that it lies in, its street and its community', async () => {
  const memory = await memoryOf([unitGrid(WEST, polygon(square(0, 0, 100)))])
  expect(locateCase(moved(HOME, 50, 50), memory, RULES)).toEqual({
    ...{ unitGrid: '540626100001001', street: '540626100', community: '540626100001' },
    ...{ responsibilityGrid: null, road: null },
  })
})

test.each([
  ['first', [WEST, EAST]],
  ['last', [EAST, WEST]],
])('an edge of two grids belongs to the smaller code, though it is drawn %s', async (_, order) => {
  const grounds = { [WEST]: square(0, 0, 100), [EAST]: square(100, 0, 100) }
  const memory = await memoryOf(order.map((code) => unitGrid(code, polygon(grounds[code] ?? []))))
  for (const north of [0, 13.7, 50, 100]) expect(locateCase(moved(HOME, 100, north), memory, RULES).unitGrid).toBe(WEST)
  expect(locateCase(moved(HOME, 100.1, 50), memory, RULES).unitGrid).toBe(EAST)
})

test('a corner of four grids belongs to the smallest code', async () => {
  const corners = [
    [0, 0],
    [100, 0],
    [0, 100],
    [100, 100],
  ] as const
  const grids = corners.map(([west, south], at) => unitGrid(gridCode(9 - at), polygon(square(west, south, 100))))
  const memory = await memoryOf(grids)
  expect(locateCase(moved(HOME, 100, 100), memory, RULES).unitGrid).toBe(gridCode(6))
})

test('a place in a hole or outside of all is in no grid', async () => {
  const memory = await memoryOf([
    unitGrid(WEST, polygon(square(0, 0, 100), square(40, 40, 20))),
    responsibilityGrid('540626L0801000001', polygon(square(0, 0, 100), square(40, 40, 20))),
  ])
  for (const place of [moved(HOME, 50, 50), moved(HOME, -1, 50), moved(HOME, 60_000, 0)])
    expect(locateCase(place, memory, RULES)).toMatchObject({ unitGrid: null, responsibilityGrid: null, street: null })
  expect(locateCase(moved(HOME, 39, 50), memory, RULES).unitGrid).toBe(WEST)
})

test('a unit grid says its responsibility grid, whatever the drawn edges say', async () => {
  const [named, drawn] = ['540626L0801000001', '540626L0801000002']
  const memory = await memoryOf([
    unitGrid(WEST, polygon(square(0, 0, 100)), named),
    unitGrid(EAST, polygon(square(100, 0, 100)), 'gone'),
    responsibilityGrid(named, polygon(square(-100, 0, 100))),
    responsibilityGrid(drawn, polygon(square(0, 0, 200))),
  ])
  expect(locateCase(moved(HOME, 50, 50), memory, RULES).responsibilityGrid).toBe(named)
  expect(locateCase(moved(HOME, 150, 50), memory, RULES).responsibilityGrid).toBe(drawn)
})

test('a place is on the nearest road, unless all are farther than the rule says', async () => {
  const memory = await memoryOf([
    road('far', [moved(HOME, 0, 90), moved(HOME, 500, 90)]),
    road('near', [moved(HOME, 0, 0), moved(HOME, 500, 0)], '人民路'),
  ])
  const found = locateCase(moved(HOME, 250, 30), memory, RULES).road
  expect(found).toMatchObject({ id: 'near', name: '人民路' })
  expect(found?.metres).toBeCloseTo(30, 1)
  expect(locateCase(moved(HOME, 250, 46), memory, RULES).road?.id).toBe('far')
  expect(locateCase(moved(HOME, 250, 90 + 80.5), memory, RULES).road).toBeNull()
  expect(locateCase(moved(HOME, 250, 90 + 79.5), memory, RULES).road?.id).toBe('far')
})

test('ten thousand places, a tenth of them on edges and corners, are found as by looking at everything', async () => {
  const chance = dice(4)
  const mesh = meshOf(chance, 14)
  const memory = await memoryOf([...mesh.grids, ...mesh.roads])
  const anywhere = (): LngLat => moved(HOME, chance() * 1700 - 150, chance() * 1700 - 150)
  const wrong: unknown[] = []
  let [inside, onEdge] = [0, 0]
  for (let at = 0; at < 10_000; at++) {
    const place = at % 10 === 0 ? mesh.edgePlace() : anywhere()
    const found = locateCase(place, memory, RULES)
    const by = { grid: gridByHand(mesh.grids, place), road: roadByHand(mesh.roads, place, RULES.roadMetres) }
    if (found.unitGrid !== by.grid || (found.road?.id ?? null) !== by.road) wrong.push({ place, found, by })
    inside += found.unitGrid === null ? 0 : 1
    onEdge += at % 10 === 0 && found.unitGrid !== null ? 1 : 0
  }
  expect(wrong).toEqual([])
  expect(inside).toBeGreaterThan(6000)
  expect(onEdge).toBe(1000)
})
