import { afterAll, beforeAll, expect, test } from 'vitest'
import { OpenDesk } from '../../../server/cases/open-desk.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { PatrolAsked } from '../../../server/contract/lighting.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import { inSlices } from '../../../server/http/in-slices.ts'
import { describeRounds, type PatrolWork, planPatrol } from '../../../server/lighting/plan-patrol.ts'
import { CityRoads } from '../../../server/roads/city-roads.ts'
import type { WhenOver } from '../../support/engines.ts'
import { lamp, NOW, type TestCity, testCity, visit } from '../../support/test-city.ts'

const SPEEDS = {
  ...{ source: 'made', kmh: { main: 36 }, otherKmh: 18, truckTimes: 0.5, walkKmh: 3.6 },
  ...{ slowed: { works: 0.5 }, closed: ['closed'], crowTimes: 1.3, trucks: ['车'] },
}
const RULES = {
  ...{ rules: [], standard: 'none', patrolMetres: 150, patrolShare: 0.5, lampTypes: {} },
  ...{ tariffYuanPerKwh: 1, source: 'made' },
}
const M = 1 / (METRES_PER_DEGREE * Math.cos((31.886 * Math.PI) / 180))
const at = (east: number, north: number): [number, number] => [93.785 + east * M, 31.886 + north / METRES_PER_DEGREE]

const road = (number: number, name: string, north: number, status: string, fields = {}): Asset =>
  lamp(0, {
    ...{ id: `540626L010100000${number}`, layer: 'roads', name, status, code: 'L0101', edition: 'local' },
    geometry: { type: 'LineString', coordinates: [at(0, north), at(360, north)] },
    fields: { class: 'main', ...fields },
  })
let count = 0
const row = (name: string, places: [number, number][], status: string): Asset[] =>
  places.map(([east, north]) =>
    lamp(++count, {
      ...{ status, geometry: { type: 'Point', coordinates: at(east, north) } },
      fields: { road: name, roadClass: 'main' },
    }),
  )
const along = (north: number): [number, number][] => [10, 60, 110, 160].map((east) => [east, north])

/** 甲路 to 丁路 lie 1 km apart; only 甲路 was passed last night. */
const ASSETS: Asset[] = [
  ...[road(1, '甲路', 0, 'open'), road(2, '乙路', 1_000, 'open'), road(3, '丙路', 2_000, 'closed')],
  road(4, '丁路', 3_000, 'open', { class: 'lane' }),
  ...row('甲路', along(8), 'on'),
  ...row('乙路', along(1_008), 'on'),
  ...row('乙路', [[210, 1_008]], 'fault'),
  ...row('乙路', [[260, 1_008]], 'no-answer'),
  ...row('丙路', along(2_008), 'fault'),
  // 61 m off the road it names, and 59 m off.
  ...row('丁路', [[100, 3_061]], 'reported'),
  ...row('丁路', [[200, 3_059]], 'reported'),
]
const STOPS = [10, 60, 110].map((east, index) =>
  visit(index + 1, { kind: 'night-patrol', at: '2026-04-30T22:00:00+08:00', location: at(east, 0), venueId: null }),
)

let city: TestCity
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  const whenOver: WhenOver = (close) => closers.push(async () => void (await close()))
  city = await testCity({ assets: ASSETS, inspections: STOPS, whenOver })
})
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

const plan = (asked: Partial<PatrolAsked>): Promise<PatrolWork> => {
  const now = (): Date => new Date(NOW)
  const { memory, store, area } = city
  const needs = { area, store, memory, desk: new OpenDesk(now), now, rules: RULES }
  return planPatrol({ vehicle: 'car', of: 'all', ...asked } as PatrolAsked, {
    ...needs,
    roads: new CityRoads(memory, SPEEDS, inSlices),
  })
}
const namesOf = ({ roadsOn }: PatrolWork): string[] => [...roadsOn.values()].flatMap((of) => [...of.keys()]).sort()

test('all lamps are passed but those that no open road comes by within 60 m', async () => {
  const work = await plan({ of: 'all' })
  // Of 丙路, which is closed, all four; of 丁路 the one that is 61 m off.
  expect(work).toMatchObject({ lamps: 16, offRoad: 5 })
  expect(namesOf(work)).toEqual(['丁路', '乙路', '甲路'])
  expect([...work.lampsOn.values()].sort()).toEqual([1, 4, 6])
  expect(work.task.required).toHaveLength(3)
})

test('a closed road is passed neither way, and leads nowhere', async () => {
  const { task, net } = await plan({})
  const closed = net.edges.findIndex(({ facts }) => facts.status === 'closed')
  expect(task.streets[closed]).toMatchObject({ forward: false, backward: false, metres: Number.POSITIVE_INFINITY })
  expect(task.streets.filter(({ metres }) => Number.isFinite(metres))).toHaveLength(3)
  expect(task.required).not.toContain(closed)
})

test('dark ones are those that do not burn and say so; unseen ones are of roads that last night was not half passed', async () => {
  const dark = await plan({ of: 'dark' })
  expect(dark).toMatchObject({ lamps: 7, offRoad: 5 })
  expect(namesOf(dark)).toEqual(['丁路', '乙路'])
  expect([...dark.lampsOn.values()].sort()).toEqual([1, 1])
  const unseen = await plan({ of: 'unseen' })
  expect(unseen).toMatchObject({ lamps: 12, offRoad: 5 })
  expect(namesOf(unseen)).toEqual(['丁路', '乙路'])
})

test('only the roads that are named are passed, and the round begins at the joint that is nearest', async () => {
  const work = await plan({ roads: ['乙路'], start: at(350, 1_020) })
  expect(work).toMatchObject({ lamps: 6, offRoad: 0 })
  const start = work.net.joints[work.task.start ?? -1]
  expect(start?.map((degrees) => degrees.toFixed(4))).toEqual(at(360, 1_000).map((degrees) => degrees.toFixed(4)))
  expect((await plan({})).task.start).toBeNull()
})

test('a round takes the minutes of its streets, by their speeds, each time it goes along one; its lamps count once', async () => {
  const work = await plan({ roads: ['甲路', '丁路'] })
  const [main = -1, lane = -1] = ['甲路', '丁路'].map((name) =>
    [...work.roadsOn].flatMap(([edge, of]) => (of.has(name) ? [edge] : [])).at(0),
  )
  const round = (street: number) => ({
    legs: [
      { street, forward: true },
      { street, forward: false },
    ],
    ...{ metres: 720, requiredMetres: 360, boundMetres: 600 },
  })
  const told = describeRounds([round(main), round(lane)], work, 12)
  // 720 m at 36 km/h, and as many at 18.
  expect(told.minutes).toBeCloseTo((72 + 144) / 60, 1)
  expect(told).toMatchObject({ metres: 1_440, boundMetres: 1_200, requiredMetres: 720, gap: 0.2, tookMs: 12 })
  expect(told.rounds.map(({ lamps }) => lamps)).toEqual([4, 1])
  expect(told.rounds[0]?.roads).toMatchObject([{ road: '甲路', lamps: 4, metres: expect.closeTo(360, 0) }])
  // There and back over the far end: three points.
  expect(told.rounds[0]?.line).toHaveLength(3)
  expect(told.rounds[0]?.line[0]).toEqual(told.rounds[0]?.line[2])
  const walked = describeRounds([round(main)], { ...work, vehicle: 'foot' }, 0)
  expect(walked.minutes).toBeCloseTo(720 / 60, 0)
})
