import { expect, test } from 'vitest'
import type { Crew } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { Recommendation } from '../../../server/contract/recommendation.ts'
import { reachOf } from '../../../server/crews/recommend/reach.ts'
import { type Candidate, recommend, type Task } from '../../../server/crews/recommend/recommend.ts'
import { sentBackBy } from '../../../server/crews/recommend/sent-back-by.ts'
import { taskOf } from '../../../server/crews/recommend/task-of.ts'
import { buildNet } from '../../../server/roads/build-net.ts'
import { snapToRoad } from '../../../server/roads/snap-to-road.ts'
import { wayFrom, waysTo } from '../../../server/roads/ways-to.ts'
import { roadAt, speeds } from '../roads/suo-roads.ts'

const NOW = Date.parse('2026-05-06T10:00:00+08:00')
const CASE: LngLat = [93.785, 31.886]
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString()
/** 5.66 km east, 17 minutes on this street. */
const FAR: LngLat = [93.845, 31.886]

const TASK: Task = {
  ...{ location: CASE, unitGrid: '540626100001001', crewId: null, skill: 'lighting', contractor: 'light-keepers' },
  sentBackBy: new Set(['sent-back']),
}

const crew = (
  id: string,
  of: Partial<Crew> = {},
  { load = 0, at = ago(0), place = CASE as LngLat | null } = {},
): Candidate => ({
  crew: {
    ...{ id, name: `班组 ${id}`, skills: ['lighting'], vehicle: { plate: '演示', kind: '执法车' }, contractor: null },
    ...{ shift: { from: '08:00', to: '18:00' }, areas: ['540626'], loadLimit: 8, headcount: 3 },
    ...{ onDuty: true, dutySince: ago(60), endedAt: null, demo: false, ...of },
  },
  position:
    place && of.onDuty !== false ? { at, location: place, accuracyM: 6, speedKmh: 0, headingDeg: null } : undefined,
  load,
})

/** One street of 6 km through the place of the case. */
const net = buildNet([roadAt('street', [[93.77, 31.886], FAR])])
const ROADS = {
  speeds,
  waysTo: (to: LngLat) => (from: LngLat, vehicle: 'car' | 'truck' | 'foot') => {
    const pace = { vehicle, speeds }
    const [start, goal] = [snapToRoad(net, from, pace), snapToRoad(net, to, pace)]
    return start && goal && wayFrom(start, waysTo(net, goal, pace), [from, to])
  },
}
const view = { nowMs: NOW, reach: reachOf(CASE, ROADS) }
const rank = (candidates: Candidate[], task: Partial<Task> = {}) => recommend({ ...TASK, ...task }, candidates, view)

/** 1 km east of the case: 3 minutes. */
const NEAR: LngLat = [CASE[0] + 0.010592, CASE[1]]

const FITTING = [
  crew('owner', { contractor: 'light-keepers' }, { place: NEAR }),
  crew('same-way', {}, { place: NEAR }),
  crew('same-way-too', {}, { place: NEAR }),
  crew('minutes-ago', {}, { place: NEAR, at: ago(3) }),
  crew('busy', {}, { place: NEAR, load: 3 }),
  crew('truck', { vehicle: { plate: '演示', kind: '高空作业车' } }, { place: NEAR }),
  crew('on-foot', { vehicle: null }, { place: NEAR }),
  crew('going-home', { shift: { from: '06:00', to: '10:30' } }, { place: NEAR }),
  crew('far', {}, { place: FAR }),
]

test('crews stand in the order of their points, and each point has its reason', () => {
  const { ranked, excluded, nearestMisses } = rank(FITTING)
  expect(ranked.map(({ crewId, minutes, score }) => [crewId, minutes, score])).toEqual([
    ['owner', 3, 3],
    ['same-way', 3, 7],
    ['same-way-too', 3, 7],
    ['truck', 3.5, 7.5],
    ['minutes-ago', 3, 10],
    ['on-foot', 12, 16],
    ['busy', 3, 19],
    ['going-home', 3, 20],
    ['far', 17, 21],
  ])
  const reasons = Object.fromEntries(ranked.map((one) => [one.crewId, one.reasons]))
  const bureau = { code: 'not-the-contractor', points: 4 }
  const way = { code: 'way', points: 3 }
  expect(reasons).toMatchObject({
    owner: [way],
    'same-way': [way, bureau],
    'minutes-ago': [way, { code: 'place-age', points: 3 }, bureau],
    busy: [way, { code: 'load', points: 12 }, bureau],
    'going-home': [way, { code: 'shift-ends', points: 13 }, bureau],
  })
  for (const { reasons: all, score } of ranked)
    expect(all.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6)
  expect(ranked.map(({ rank: place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect([excluded, nearestMisses]).toEqual([[], []])
  expect(rank([...FITTING].reverse()).ranked).toEqual(ranked)
})

const EXCLUDED: [code: string, Candidate][] = [
  ['ended', crew('ended', { endedAt: ago(600), onDuty: false, skills: ['green'] })],
  ['off-duty', crew('off-duty', { onDuty: false })],
  ['off-shift', crew('off-shift', { shift: { from: '17:30', to: '08:30' } })],
  ['no-position', crew('no-position', {}, { place: null })],
  ['stale-position', crew('stale-position', {}, { at: ago(5.1) })],
  ['wrong-skill', crew('wrong-skill', { skills: ['green', 'roads'] })],
  ['at-limit', crew('at-limit', { loadLimit: 3 }, { load: 3 })],
  ['outside-area', crew('outside-area', { areas: ['540626101', '540626100002'] })],
  ['sent-back', crew('sent-back')],
  ['other-contractor', crew('other-contractor', { contractor: 'street-sweepers' })],
]

test('every reason not to send a crew has its code, and bars it alone', () => {
  const { ranked, excluded } = rank([...EXCLUDED.map(([, one]) => one), ...FITTING])
  expect(ranked).toHaveLength(FITTING.length)
  expect(excluded.map(({ crewId, codes }) => [crewId, codes])).toEqual(
    expect.arrayContaining(EXCLUDED.map(([code]) => [code, [code]])),
  )
  expect(excluded).toHaveLength(EXCLUDED.length)
})

test('a crew on the edge of each reason fits', () => {
  const { excluded } = rank([
    crew('just-told', {}, { at: ago(5) }),
    crew('one-more', { loadLimit: 3 }, { load: 2 }),
    crew('in-the-community', { areas: ['540626100001'] }),
    crew('begins-now', { shift: { from: '10:00', to: '10:01' } }),
    crew('over-midnight', { shift: { from: '22:00', to: '10:01' } }),
  ])
  expect(excluded).toEqual([])
  expect(rank([crew('anywhere', { areas: ['540626101'] })], { unitGrid: null }).excluded).toEqual([])
  expect(rank([crew('theirs', { contractor: 'street-sweepers' })], { contractor: null }).excluded).toEqual([])
})

test('a crew that does not fit for several reasons says them all', () => {
  const none = crew('none', { onDuty: false, skills: ['green'], areas: ['1'], shift: { from: '17:00', to: '18:00' } })
  expect(rank([none]).excluded[0]?.codes).toEqual(['off-duty', 'off-shift', 'wrong-skill', 'outside-area'])
})

test('where no crew fits the nearest misses are named: fewest reasons first, then the nearest', () => {
  const { ranked, nearestMisses } = rank([
    crew('two', { skills: ['green'] }, { place: CASE, at: ago(9) }),
    crew('far', { skills: ['green'] }, { place: FAR }),
    crew('unknown', { onDuty: false }),
    crew('near', { skills: ['green'] }, { place: NEAR }),
    crew('nearest', { skills: ['green'] }),
  ])
  expect(ranked).toEqual([])
  expect(nearestMisses.map(({ crewId, metres }) => [crewId, metres])).toEqual([
    ['nearest', 0],
    ['near', 1000],
    ['far', 5665],
  ])
  expect(rank([]).nearestMisses).toEqual([])
})

test('where no road leads the way is straight, its minutes are not known, and the points say so', () => {
  const [one] = rank([crew('off-road', {}, { place: [93.785, 31.9] })]).ranked
  expect(one).toMatchObject({ by: 'crow', minutes: null, metres: 1557, way: [[93.785, 31.9], CASE] })
  // 1,557 m, times 1.4, at 18 km/h.
  expect(one?.reasons[0]).toEqual({ code: 'way-by-crow', points: 7.3 })
})

test('the crew that has the case is not in question', () => {
  const { ranked, excluded } = rank([crew('has-it'), crew('another')], { crewId: 'has-it' })
  expect([ranked.map(({ crewId }) => crewId), excluded]).toEqual([['another'], []])
})

test('what is answered is what the contract says, and the way is drawn with few points', () => {
  const answer = { at: ago(0), caseId: 'case-1', roads: true, ...rank([...FITTING, ...EXCLUDED.map(([, one]) => one)]) }
  expect(Recommendation.parse(answer)).toEqual(answer)
  expect(answer.ranked[0]?.way).toEqual([[93.795592, 31.886], CASE])
})

const row = (kind: string, crewId: string | null) => ({ kind, after: { crewId } })

test('who sent a case back stands in the row before', () => {
  const newestFirst = [
    row('case-dispatched', 'third'),
    row('case-sent-back', null),
    row('case-taken', 'second'),
    row('case-dispatched', 'second'),
    row('case-sent-back', null),
    row('case-dispatched', 'first'),
    row('case-filed', null),
  ]
  expect([...sentBackBy(newestFirst)]).toEqual(['second', 'first'])
})

test('a case is a contractor’s when the responsibility table says that its owner is one', () => {
  const units = [
    { id: 'light-keepers', name: { zh: '照明', en: 'Lights' }, kind: 'contractor' as const },
    { id: 'parks', name: { zh: '园林', en: 'Parks' }, kind: 'department' as const },
  ]
  const responsibility = {
    area: '540626',
    demo: true,
    source: '演示数据',
    units,
    owners: [],
    grounds: [],
    otherwise: 'parks',
  }
  const skills = [{ skill: 'order' as const, codes: [''] }]
  const of = (unit: string | null) =>
    taskOf(
      {
        ...{ code: '01037', location: CASE, unitGrid: null, crewId: null },
        owner: unit === null ? null : { unit, by: 'asset-owner' },
      },
      { skills, responsibility },
      new Set(),
    ).contractor
  expect([of('light-keepers'), of('parks'), of('gone'), of(null)]).toEqual(['light-keepers', null, null, null])
})
