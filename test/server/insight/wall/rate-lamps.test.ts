import { expect, test } from 'vitest'
import type { Layer } from '../../../../server/contract/layer.ts'
import { countDrains } from '../../../../server/insight/wall/count-drains.ts'
import { rateLamps, rateRoads } from '../../../../server/insight/wall/rate-lamps.ts'

const text = (zh: string) => ({ zh, en: zh })
const statuses = [
  ...[
    { id: 'on', name: text('亮灯'), state: 'normal' as const },
    { id: 'off', name: text('计划熄灯'), state: 'normal' as const },
  ],
  { id: 'reported', name: text('已报修'), state: 'working' as const },
  { id: 'no-answer', name: text('无应答'), state: 'unknown' as const },
] as Layer['statuses']
const fields = [
  {
    ...{ key: 'roadClass', name: text('道路等级'), type: 'choice' as const },
    choices: [
      { id: 'main', name: text('主干路') },
      { id: 'lane', name: text('背街小巷') },
    ],
  },
] as Layer['fields']
const of = (counts: Record<string, number>) => new Map(Object.entries(counts))

test('a lamp that does not answer is in no rate, of the city, of a class or of a road', () => {
  expect(rateLamps({ statuses }, of({ on: 7, off: 2, reported: 1, 'no-answer': 5 }))).toEqual({
    ...{ lit: { on: 9, of: 10, percent: 90, target: 98 }, dark: 1, unheard: 5 },
  })
  expect(rateLamps({ statuses }, of({})).lit).toBeNull()
  const byClass = new Map([
    ['main', of({ on: 3, reported: 1, 'no-answer': 1 })],
    ['strange', of({ on: 1 })],
  ])
  expect(rateRoads({ statuses, fields }, { byClass, byRoad: new Map() }).classes).toEqual([
    { id: 'main', name: text('主干路'), on: 3, dark: 1, unheard: 1, percent: 75 },
  ])
})

test('of the roads only those with a lamp that is dark or not heard of are told, the darkest first', () => {
  const byRoad = new Map([
    ['人民路', of({ on: 9 })],
    ['江南路', of({ on: 1, 'no-answer': 4 })],
    ['滨河路', of({ on: 1, reported: 1 })],
    ['', of({ reported: 9 })],
    ['G317', of({ on: 2, reported: 2 })],
  ])
  const { roads } = rateRoads({ statuses, fields }, { byClass: new Map(), byRoad })
  expect(roads.map(({ road, dark, unheard }) => [road, dark, unheard])).toEqual([
    ['G317', 2, 0],
    ['滨河路', 1, 0],
    ['江南路', 0, 4],
  ])
})

test('a drain that is clogged, damaged or missing is shut; the low road with the most of them is first', () => {
  const states = { normal: 'normal', 'dredge-due': 'due', clogged: 'late', missing: 'emergency', repairing: 'working' }
  const drains = {
    statuses: Object.entries(states).map(([id, state]) => ({ id, name: text(id), state })) as Layer['statuses'],
  }
  const lowByRoad = new Map([
    ['嘎青路', of({ normal: 20, 'dredge-due': 3 })],
    ['滨河路', of({ normal: 1, clogged: 1, missing: 1, repairing: 1 })],
    ['', of({ clogged: 9 })],
  ])
  expect(
    countDrains(drains, { counts: of({ normal: 50, clogged: 2, missing: 1, 'dredge-due': 4 }), lowByRoad }),
  ).toEqual({
    ...{ clogged: 3, dredgeDue: 4 },
    lowPlaces: [
      { road: '滨河路', inlets: 4, clogged: 2, dredgeDue: 0 },
      { road: '嘎青路', inlets: 23, clogged: 0, dredgeDue: 3 },
    ],
  })
})
