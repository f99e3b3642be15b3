import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import { DeskCases, deskCaseOf } from '../../../server/contract/desk-case.ts'
import { liveCaseOf } from '../../../server/live/live-row.ts'
import { by, SUO } from '../../support/entries.ts'
import { complaint, type TestCity, testCity } from '../../support/test-city.ts'

const CLOCK = {
  ...{ id: 'handle', stage: 'handle', ruleId: 'made', ruleVersion: 1, limit: { value: 1, unit: 'hour' as const } },
  ...{ limitMinutes: 60, startedAt: '2026-01-01T01:00:00Z', warnAt: '2026-01-01T01:48:00Z' },
  ...{ dueAt: '2026-01-01T02:00:00Z', endedAt: null, pausedAt: null, usedMinutes: 0 },
}
const NORTH = '540626100001001'
const SOUTH = '540626200001001'
const filed = complaint(1, {
  ...{ status: 'filed', unitGrid: NORTH, clocks: [{ ...CLOCK, id: 'file', endedAt: CLOCK.startedAt }, CLOCK] },
  reports: [{ id: 'report-1', source: 'hotline-12345', at: '2026-01-01T09:00:00+08:00' }],
})

const say = (city: TestCity, ...states: Case[]) =>
  city.store.transaction(SUO, (tx) =>
    recordCases(
      tx,
      states.map((after) => ({ at: after.receivedAt, kind: 'case-changed', entityId: after.id, after })),
      by(),
    ),
  )
const idsOf = ({ cases }: { cases: { id: string }[] }) => cases.map(({ id }) => id).sort()

test('the desk begins with every open case as the stream would tell it, of the clocks those that run', async () => {
  const city = await testCity({ cases: [filed, complaint(2, { status: 'closed' }), complaint(3)] })
  const answer = DeskCases.parse(await city.json('/api/desk/cases'))
  expect(idsOf(answer)).toEqual(['case-0001', 'case-0003'])
  expect(answer.seq).toBe((await city.store.head(SUO)).seq)
  const one = answer.cases.find(({ id }) => id === 'case-0001')
  expect(one).toEqual(deskCaseOf(liveCaseOf(filed)))
  expect(one?.clocks.map(({ id }) => id)).toEqual(['handle'])
  expect(one?.reports).toBe(1)
})

test('it follows the log: what comes is in it, what ends is not', async () => {
  const city = await testCity({ cases: [filed] })
  const seq = await say(city, complaint(2), { ...filed, status: 'closed' }).then(() => city.store.head(SUO))
  const ask = () => city.json('/api/desk/cases', { 'wait-for-seq': String(seq.seq) })
  expect(idsOf(await ask())).toEqual(['case-0002'])
})

test('each sees what is in their scope, and a guest who may not read cases nothing', async () => {
  const city = await testCity({ cases: [filed, complaint(2, { unitGrid: SOUTH }), complaint(3)] })
  const north = await city.as('supervisor', { areas: ['540626100'] })
  expect(idsOf(await north.json('/api/desk/cases'))).toEqual(['case-0001'])
  const whole = await city.as('supervisor')
  expect(idsOf(await whole.json('/api/desk/cases'))).toHaveLength(3)
  const closed = await testCity({ cases: [filed], settings: { guests: 'none' } })
  expect(await closed.get('/api/desk/cases').then(({ status }) => status)).toBe(401)
})

test('it comes packed to who can unpack', async () => {
  const city = await testCity({ cases: [filed] })
  const packed = await city.get('/api/desk/cases', { 'accept-encoding': 'gzip' })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(idsOf(JSON.parse(gunzipSync(await packed.arrayBuffer()).toString()))).toEqual(['case-0001'])
  const plain = await city.get('/api/desk/cases')
  expect(plain.headers.get('content-encoding')).toBeNull()
})
