import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DrainRules } from '../../../server/contract/drain.ts'
import type { BalanceRow } from '../../../server/contract/manifest.ts'
import { ReplacementRules } from '../../../server/contract/replacement.ts'
import { type Inlet, rankInlets } from '../../../server/insight/drains/rank-inlets.ts'
import { rankOld } from '../../../server/insight/replacement/rank-old.ts'
import { ROOT } from '../../../server/root.ts'
import { rainGrade, readDrains } from '../../../web/plan/drains/drains-search.ts'
import { reckon } from '../../../web/plan/drains/shut-of.ts'
import { cellId, hoursOf, nightsUpTo, readParking } from '../../../web/plan/parking/parking-search.ts'
import { placeSource, stepOf } from '../../../web/plan/ranked/place-layers.ts'
import { reckonScore } from '../../../web/plan/replacement/reckon-score.ts'
import { boxAround } from '../../../web/plan/waste/box-around.ts'
import { byDay, daysUpTo, readWaste } from '../../../web/plan/waste/waste-search.ts'

const rulesOf = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, `data/rules/${name}.json`), 'utf8'))

test('an inlet worked out term by term comes to what the server ranks it by', () => {
  const rules = DrainRules.parse(rulesOf('drains'))
  const inlet = (of: Partial<Inlet>): Inlet => ({
    ...{ id: 'a', name: 'a', road: '藏北路', status: 'normal', location: [93.7, 31.8], lowPlace: false, faults: 0 },
    ...{ lateCycles: 0, catchmentM2: 800, sinkM: null, ...of },
  })
  const inlets = [
    inlet({ faults: 3, lateCycles: 0.4 }),
    inlet({ id: 'b', status: 'clogged', lowPlace: true, sinkM: 0.3 }),
    inlet({ id: 'c', status: 'clogged', faults: 9, lateCycles: 4, sinkM: 2, catchmentM2: null }),
  ]
  for (const row of rankInlets(inlets, 85, rules)) {
    const { shut, blockedM3, score } = reckon(row, 85, rules)
    expect(shut).toBeCloseTo(row.shut, 12)
    expect(blockedM3).toBeCloseTo(row.blockedM3, 8)
    expect(score).toBeCloseTo(row.score, 8)
  }
})

test('a score worked out term by term is the one of the list', () => {
  const shipped = ReplacementRules.parse(rulesOf('replacement'))
  const rules = { ...shipped, plusFaults: 0.5, powers: { faults: 1.5, age: 2, cost: 0.5 } }
  const thing = (id: string, installedOn: string, faults: number) => ({
    ...{ id, layer: 'streetlights', name: id, location: [93.7, 31.8] as [number, number], faults },
    fields: { installedOn, lampType: 'sodium' },
  })
  const { rows } = rankOld([thing('a', '2012-03-04', 3), thing('b', '2020-01-01', 1)], '2026-11-22', rules)
  for (const row of rows) expect(reckonScore(row, rules).score / row.score).toBeCloseTo(1, 9)
})

test('a bad part of the address is as if it were not there', () => {
  expect(readDrains({ list: 'x', rain: '9000', kind: 'bin' })).toMatchObject({
    list: 'rain',
    rainMm: 50,
    kind: undefined,
  })
  expect(readDrains({ list: 'dredging', rain: '83', kind: 'inlet' })).toMatchObject({ rainMm: 85, kind: 'inlet' })
  expect(readParking({ days: '31', cell: '1', list: 'yards' })).toMatchObject({
    days: 90,
    cellMetres: undefined,
    list: 'yards',
  })
  expect(readWaste({ days: '7', tol: '2.6' })).toMatchObject({ days: 7, tolerance: 2.5 })
  expect(readWaste({ tol: '-1' }).tolerance).toBe(5)
  expect(readWaste({ tol: '' }).tolerance).toBe(5)
  expect(readWaste({ tol: '0' }).tolerance).toBe(0)
})

test('rain has the name of its grade', () => {
  expect([20, 25, 49, 50, 100, 249, 250].map(rainGrade)).toEqual([
    ...['moderate', 'heavy', 'heavy', 'storm', 'great', 'great', 'extreme'],
  ])
})

test('nights are whole, up to the last noon in Shanghai', () => {
  const before = nightsUpTo(Date.parse('2026-11-22T11:59:00+08:00'), 30)
  expect(before).toEqual({ from: '2026-10-22T04:00:00.000Z', to: '2026-11-21T04:00:00.000Z' })
  expect(nightsUpTo(Date.parse('2026-11-22T12:01:00+08:00'), 30).to).toBe('2026-11-22T04:00:00.000Z')
})

test('the strip of a day sums its cells, and an hour that is not looked at is unknown', () => {
  const hours = hoursOf({ hours: [22, 23, 0] }, [{ demand: [1, 2, 0] }, { demand: [4, 0, 3] }])
  expect([hours[22], hours[23], hours[0], hours[12]]).toEqual([5, 2, 3, null])
  expect(cellId({ bbox: [93.785001, 31.88, 93.79, 31.885] })).toBe('93.78500,31.88000')
})

test('the last days end with today, and a day without a load has none', () => {
  const span = daysUpTo(Date.parse('2026-11-22T00:30:00+08:00'), 3)
  expect(span).toEqual({ from: '2026-11-19T16:00:00.000Z', to: '2026-11-22T16:00:00.000Z' })
  const row = { date: '2026-11-21' } as BalanceRow
  expect(byDay([row], span)).toEqual([
    { date: '2026-11-20', row: undefined },
    { date: '2026-11-21', row },
    { date: '2026-11-22', row: undefined },
  ])
})

test('a place is drawn by its step and tells whether it is chosen', () => {
  expect([0, 2, 9, 10, 99].map((value) => stepOf(value, [2, 10, 40]))).toEqual([0, 1, 1, 2, 3])
  const { features } = placeSource([{ id: 'a', location: [93, 31], tone: 'first', size: 2 }], 'a')
  expect(features[0]?.properties).toEqual({ id: 'a', tone: 'first', size: 2, ringed: false, text: '', chosen: true })
})

test('the box around a site is around all of its parts', () => {
  const coordinates = [
    [
      [
        [93, 31],
        [94, 31],
        [94, 32],
        [93, 31],
      ],
    ],
    [
      [
        [95, 30],
        [96, 30],
        [95, 33],
        [95, 30],
      ],
    ],
  ] as never
  expect(boxAround({ coordinates })).toEqual([93, 30, 96, 33])
})
