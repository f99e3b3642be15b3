import { expect, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Clock } from '../../../server/contract/clock.ts'
import { WallFigures } from '../../../server/contract/wall.ts'
import type { Client } from '../../support/client.ts'
import { by, complaint, lamp, SUO } from '../../support/entries.ts'
import { wallCity } from './wall-city.ts'

const GRID = '540626L0801000001'
const day = (time: string, date = '06') => `2026-05-${date}T${time}:00+08:00`

const clock = (dueAt: string, of: Partial<Clock> = {}): Clock => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'lamp-fault', ruleVersion: 1, limit: { value: 24, unit: 'hour' } },
  ...{ limitMinutes: 1_440, startedAt: day('08:00', '05'), warnAt: dueAt, dueAt, endedAt: null, pausedAt: null },
  usedMinutes: 0,
  ...of,
})

const polygon = (id: string, layer: string, code: string, of: Partial<Asset>): Asset =>
  lamp(0, {
    ...{ id, layer, code, edition: 'local', changedAt: day('09:00') },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [93.8, 31.9],
          [93.802, 31.9],
          [93.802, 31.902],
          [93.8, 31.9],
        ],
      ],
    },
    ...of,
  })

const LANDFILL = { capacityM3: 120_000, openedOn: '2013-07-01', dailyTonnes: 20, compaction: 0.8 }
const landfill = (filledM3: number) =>
  polygon('540626L0501000001', 'landfills', 'L0501', {
    ...{ name: '填埋场', status: 'operating', fields: { ...LANDFILL, filledM3 } },
  })
const lot = (name: string, changedAt: string) =>
  polygon(`54062602001${name.padStart(6, '0')}`, 'truck-parking', '02001', {
    ...{
      name,
      status: 'free',
      changedAt,
      edition: 'GB/T 47678.5-2026',
      fields: { kind: 'truck-park', bays: 30, occupied: 21 },
    },
  })
const well = (n: number, levelM: number): Asset =>
  lamp(n, {
    ...{ id: `540626L050300000${n}`, layer: 'landfill-wells', code: 'L0503', edition: 'local', status: 'normal' },
    fields: { landfill: '540626L0501000001', levelM, warningLevelM: 5 },
  })

const ASSETS: Asset[] = [
  ...[1, 2, 3, 4, 5].map((n) => lamp(n)),
  lamp(6, { status: 'fault' }),
  lamp(7, { status: 'reported' }),
  lamp(8, { status: 'off' }),
  lamp(9, { status: 'no-answer' }),
  polygon(GRID, 'responsibility-grids', 'L0801', { name: '城关东', status: 'normal', fields: {} }),
  ...[landfill(78_000), lot('1', day('09:00')), lot('2', day('20:00', '04')), well(1, 3.6), well(2, 2)],
]

const at = { responsibilityGrid: GRID, unitGrid: '540626100001001' }
const CASES = [
  complaint(1, {
    ...at,
    receivedAt: day('08:20'),
    clocks: [clock(day('09:00'))],
    status: 'handling',
    crewId: 'crew-1',
  }),
  complaint(2, {
    ...at,
    receivedAt: day('08:40'),
    clocks: [clock(day('11:00'), { warnAt: day('09:00') })],
    source: 'patrol',
  }),
  complaint(3, {
    ...at,
    receivedAt: day('09:10'),
    urgency: 'emergency',
    clocks: [clock(day('20:00'), { warnAt: day('18:00') })],
  }),
  complaint(4, { ...at, receivedAt: day('08:00', '05'), status: 'closed', closedAt: day('09:00') }),
  complaint(5, { ...at, receivedAt: day('23:00', '05'), unitGrid: '540626200001001', responsibilityGrid: null }),
]

async function figuresOf(who: Client, headers = {}): Promise<WallFigures> {
  return WallFigures.parse(await who.json('/api/wall/figures', headers))
}

test('figures say what the city is at this moment', async () => {
  const { wall } = await wallCity({ assets: ASSETS, cases: CASES })
  const told = await figuresOf(wall)
  expect(told).toMatchObject({
    ...{ open: 4, late: 1, due: 1, working: 1, emergency: 1, worstLateMinutes: 30, dueWithin2h: 1, closedToday: 1 },
    received: { today: 3, sameTimeYesterday: 1 },
    areas: [{ area: GRID, name: '城关东', marks: ['emergency', 'late', 'due'], open: 3, closedThisMonth: 1 }],
    lit: { on: 6, of: 8, percent: 75, target: 98 },
    ...{ dark: 2, unheard: 1 },
    classes: [{ class: 'component:01037', open: 4, late: 1, today: 3 }],
    lots: [
      { name: '1', bays: 30, occupied: 21, stale: false },
      { name: '2', stale: true },
    ],
  })
  const hotline = told.sources.find(({ source }) => source === 'hotline-12345')
  expect([hotline?.total, hotline?.hours[8], hotline?.hours[9]]).toEqual([2, 1, 1])
  expect(told.onTime).toEqual({ closed: 0, of: 0, percent: null })
})

test('the landfill is forecast from its surveys in the log', async () => {
  const { city, wall, pass, now } = await wallCity({ assets: ASSETS })
  const first = (await figuresOf(wall)).landfill
  expect(first).toMatchObject({ method: 'weighed-input', remainingM3: 42_000, leachateBelowWarningM: 1.4 })
  for (const filled of [90_800, 91_550, 92_300]) {
    pass(30 * 86_400)
    const changed = [landfill(filled)]
    await city.store.transaction(SUO, (tx) => writeAssets(tx, { changed }, by({ at: now().toISOString() })))
  }
  const { seq } = await city.store.head(SUO)
  const told = (await figuresOf(wall, { 'Wait-For-Seq': String(seq) })).landfill
  expect(told).toMatchObject({ method: 'drift-of-surveys', remainingM3: 27_700, tonnesToday: 20, compaction: 0.8 })
  expect(told?.curve.at(-1)).toMatchObject({ m3: 27_700 })
  expect(told?.forecast.at(0)).toMatchObject({ p10: 27_700, p50: 27_700, p90: 27_700 })
  expect(told?.daysLeft.p10).toBeLessThan(told?.daysLeft.p50 ?? 0)
  expect(told?.daysLeft.p50).toBeLessThan(told?.daysLeft.p90 ?? 0)
})

test('somebody’s own part is counted for them, and nobody without the right is told a rate', async () => {
  const { city } = await wallCity({ assets: ASSETS, cases: CASES })
  const street = await figuresOf(await city.as('commander', { areas: ['540626200'] }))
  expect([street.open, street.received.today, street.areas]).toEqual([1, 0, []])
  expect((await figuresOf(await city.as('crew', { crewId: 'crew-1' }))).onTime).toBeNull()
  expect((await figuresOf(await city.as('commander'))).onTime).not.toBeNull()
  expect((await city.guest.get('/api/wall/figures')).status).toBe(401)
})

test('an answer is shared for a second, is not sent twice, and follows the log for who waits for it', async () => {
  const { city, wall } = await wallCity({ assets: ASSETS, cases: CASES })
  const first = await wall.get('/api/wall/figures')
  const etag = first.headers.get('ETag') ?? ''
  const text = await first.text()
  expect(await (await wall.get('/api/wall/figures')).text()).toBe(text)
  expect((await wall.get('/api/wall/figures', { 'If-None-Match': etag })).status).toBe(304)
  const after = complaint(6, { ...at, receivedAt: day('09:20') })
  await city.store.transaction(SUO, (tx) =>
    recordCases(tx, [{ at: after.receivedAt, kind: 'case-received', entityId: after.id, after }], by()),
  )
  const { seq } = await city.store.head(SUO)
  expect((await figuresOf(wall, { 'Wait-For-Seq': String(seq) })).open).toBe(5)
})

test('figures say when time alone makes their counts wrong, and are shared no longer than that', async () => {
  const dueAt = '2026-05-06T09:30:00.060+08:00'
  const { wall, pass } = await wallCity({
    assets: ASSETS,
    cases: [
      complaint(8, { ...at, receivedAt: day('08:20'), clocks: [clock(dueAt, { warnAt: day('09:00') })] }),
      complaint(9, { ...at, receivedAt: day('08:20'), clocks: [clock(day('09:30', '07'))] }),
    ],
  })
  const before = await figuresOf(wall)
  expect([before.due, before.late, before.dueWithin2h]).toEqual([1, 0, 1])
  // Late is what is past its instant, not at it.
  expect(before.turnsAt).toBe('2026-05-06T01:30:00.061Z')
  pass(1)
  await new Promise((resolve) => setTimeout(resolve, 80))
  const after = await figuresOf(wall)
  expect([after.due, after.late]).toEqual([0, 1])
  // The other one comes near: it is due within two hours from then on.
  expect(after.turnsAt).toBe('2026-05-06T23:30:00.000Z')
  const idle = await wallCity({ assets: ASSETS })
  expect((await figuresOf(idle.wall)).turnsAt).toBeNull()
})

test('a source that falls silent is told to be stale within twice its interval, and no other (W5)', async () => {
  const { city, wall, pass, now } = await wallCity({ assets: ASSETS, cases: CASES })
  const staleOf = ({ ages }: WallFigures) => Object.keys(ages).filter((id) => ages[id]?.stale)
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_005))
    return figuresOf(wall)
  }
  const before = await figuresOf(wall)
  expect(before.ages['truck-parking']).toMatchObject({ asOf: new Date(day('09:00')).toISOString(), every_s: 86_400 })
  pass(43_000)
  const after = complaint(7, { ...at, receivedAt: now().toISOString() })
  await city.store.transaction(SUO, (tx) =>
    recordCases(tx, [{ at: after.receivedAt, kind: 'case-received', entityId: after.id, after }], by()),
  )
  pass(43_150)
  const later = await ask()
  expect([staleOf(before).includes('truck-parking'), staleOf(later).includes('truck-parking')]).toEqual([false, true])
  expect(staleOf(later)).not.toContain('cases')
})
