import { expect, test } from 'vitest'
import type { GapFeature } from '../../../../server/contract/coverage.ts'
import { METRES_PER_DEGREE, planeAround } from '../../../../server/contract/local-plane.ts'
import { draftGaps } from '../../../../web/plan/coverage/draft-gaps.ts'
import { gapLabels } from '../../../../web/plan/coverage/gap-features.ts'
import { countToClose, placesOnKerb } from '../../../../web/plan/coverage/places-on-kerb.ts'
import { snapToKerb } from '../../../../web/plan/coverage/snap-to-kerb.ts'
import { fitView } from '../../../../web/plan/fit-view.ts'
import { readPlanSearch } from '../../../../web/plan/plan-search.ts'
import { readView, viewText } from '../../../../web/plan/view-text.ts'

const gap = (id: string, fromMetres: number, toMetres: number, more: Partial<GapFeature['properties']> = {}) =>
  ({
    ...{ type: 'Feature', id, geometry: { type: 'LineString', coordinates: [] } },
    properties: {
      ...{ id, ruleId: 'bins', roadId: 'r1', part: 0, hand: 'left', metres: toMetres - fromMetres },
      ...{ fromMetres, toMetres, ...more },
    },
  }) as unknown as GapFeature
const touched = (part: number) => ({
  ...{ roadId: 'r1', road: '藏北路', ruleId: 'bins', layer: 'bins', part },
  ...{ beforeMetres: 0, afterMetres: 0, gainedMetres: 0 },
})

test('a draft fills as many metres of a gap as are no gap any longer, and leaves other sides and parts alone', () => {
  const found = [gap('a', 0, 500), gap('b', 0, 300, { hand: 'right' }), gap('c', 0, 400, { part: 1 })]
  const outcome = {
    roads: [touched(0)],
    gaps: { type: 'FeatureCollection' as const, features: [gap('a2', 250, 500), gap('b', 0, 300, { hand: 'right' })] },
  }
  const { left, filled } = draftGaps(found, outcome)
  expect(filled.map(({ gap: { id }, gained }) => [id, gained])).toEqual([['a', 250]])
  expect(left.map(({ id }) => id)).toEqual(['c', 'a2', 'b'])
  expect(draftGaps(found, undefined)).toEqual({ left: found, filled: [] })
})

test('what is put down goes behind the nearest kerb of the side that was clicked', () => {
  const here: [number, number] = [93.785, 31.886]
  const perLng = METRES_PER_DEGREE * Math.cos((here[1] * Math.PI) / 180)
  const at = (east: number, north: number): [number, number] => [
    here[0] + east / perLng,
    here[1] + north / METRES_PER_DEGREE,
  ]
  const road = { id: 'r', name: '藏北路', lines: [[at(0, 0), at(500, 0)]], widthM: 12 }
  const metres = planeAround(here)
  for (const [clicked, kerb] of [
    [3, 7],
    [20, 7],
    [-2, -7],
  ] as const) {
    const [east, north] = metres(snapToKerb(at(100, clicked), [road]) ?? [0, 0])
    expect(east).toBeCloseTo(100, 1)
    expect(north).toBeCloseTo(kerb, 1)
  }
  expect(snapToKerb(at(100, 60), [road])).toBeUndefined()
})

test('a box is looked at whole, above the card at the foot of the map', () => {
  const view = fitView([93.78, 31.88, 93.79, 31.89], [776, 852])
  const pixels = 512 * 2 ** view.zoom
  expect((0.01 / 360) * pixels).toBeLessThanOrEqual(776 - 95)
  expect(view.lng).toBeCloseTo(93.785, 6)
  expect(view.lat).toBeLessThan(31.885)
  expect(fitView([93.78, 31.88, 93.78, 31.88], [776, 852]).zoom).toBe(16.5)
})

test('an address keeps what a study can have written, and the view that the map told', () => {
  expect(readPlanSearch({ study: 'coverage', set: 'bins', 'a b': 'x', Z: 'y', long: 'x'.repeat(601), n: 4 })).toEqual({
    ...{ study: 'coverage', set: 'bins' },
  })
  const view = { lng: 93.785, lat: 31.886, zoom: 15.25, bearing: 0, pitch: 0 }
  expect(readView(viewText(view))).toEqual(view)
  expect(readView('1,2')).toBeUndefined()
})

test('as many as it takes divide a gap evenly along the middle of its road, behind the kerb of its side', () => {
  for (const [metres, count] of [
    [780, 3],
    [201, 1],
    [390, 1],
    [401, 2],
    [3_094, 15],
  ] as const) {
    expect(countToClose({ metres, maxMetres: 200 }), `${metres} m`).toBe(count)
    if (metres > 400) expect(metres / (count + 1)).toBeLessThanOrEqual(200)
  }
  const corner: [number, number] = [93.785, 31.886]
  const perLng = METRES_PER_DEGREE * Math.cos((corner[1] * Math.PI) / 180)
  const at = (east: number, north: number): [number, number] => [
    corner[0] + east / perLng,
    corner[1] + north / METRES_PER_DEGREE,
  ]
  // 300 m to the east, then 400 m to the north: the bend is longer along its outer kerb than along its middle.
  const road = { id: 'r1', name: '', widthM: 12, lines: [[at(0, 0), at(300, 0), at(300, 400)]] }
  const inMetres = planeAround(corner)
  const placed = (hand: 'left' | 'right') =>
    placesOnKerb(road, { part: 0, hand, fromMetres: 120, toMetres: 500 }, 3).map((place) =>
      inMetres(place).map((metres) => Math.round(metres * 10) / 10),
    )
  expect(placed('right')).toEqual([
    [215, -7],
    [307, 10],
    [307, 105],
  ])
  expect(placed('left')).toEqual([
    [215, 7],
    [293, 10],
    [293, 105],
  ])
  expect(placesOnKerb(road, { part: 1, hand: 'left', fromMetres: 0, toMetres: 9 }, 1)).toEqual([])
})

test('metres on the map are written as in the list', () => {
  const left = [gap('a', 0, 3_094.2, { side: 'north' })].map((one) => ({
    ...one,
    geometry: { type: 'LineString' as const, coordinates: [[0, 0] as [number, number], [1, 0] as [number, number]] },
  }))
  const [label] = gapLabels({ left, filled: [] }).features
  expect(label?.properties).toMatchObject({ text: '3,094 m', metres: 3_094.2 })
})
