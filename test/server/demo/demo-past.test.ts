import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CASE_KINDS } from '../../../data/cities/suo/records/case-kinds.ts'
import { makeRecent } from '../../../data/cities/suo/records/make-recent.ts'
import { weatherOf } from '../../../data/cities/suo/records/weather.ts'
import { listCases } from '../../../server/cases/case-store.ts'
import { type Case, isOpen } from '../../../server/contract/case.ts'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import { crewLoads } from '../../../server/crews/crew-store.ts'
import { DEMO_CITIES, type DemoCity } from '../../../server/demo-cities.ts'
import { writeMadeCity } from '../../../server/gateways/made/write-made-city.ts'
import { makeDemoCity } from '../../../server/make-demo-city.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { smallTown } from '../../data/cities/small-town.ts'
import { newPlace } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'

/** A Friday afternoon. */
const NOW = '2026-11-20T16:20:00+08:00'
const LATER = '2026-11-22T09:10:00+08:00'

const [suo] = DEMO_CITIES
const SEED = 7
const bustle = {
  kinds: CASE_KINDS,
  weather: weatherOf(SEED),
  casesADay: 12,
  patrols: [SEED],
  hotSpots: [SEED],
  fresh: 5,
}
/** The small town with five days that are lived. */
const demo: DemoCity = {
  ...(suo as DemoCity),
  make: smallTown,
  records: () => [],
  recentDays: 5,
  recent: (plan) => makeRecent({ ...plan, seed: SEED }, bustle),
}

/** The town as its start leaves it at an instant. */
async function live(
  store: Store,
  dataDir: string,
  { now, recentDays = 5 }: { now: string; recentDays?: number },
): Promise<void> {
  if ((await store.head(SUO)).seq === 0) await writeMadeCity(store, smallTown(), [])
  await makeDemoCity(store, dataDir, { demo: { ...demo, recentDays }, now: () => new Date(now), say: () => undefined })
}

let dataDir = ''
let store: Store
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gridkeeper-past-'))
  store = await openStore({ dataDir })
  await live(store, dataDir, { now: NOW })
}, 30_000)
afterAll(async () => {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

const allCases = async (store: Store): Promise<Case[]> => (await listCases(store.db, SUO, { limit: 5_000 })).cases
const runs = ({ clocks }: Case): boolean => clocks.some(({ endedAt }) => endedAt === null)
const kindsOf = async (store: Store) => {
  const rows = await store.db.selectFrom('log').select('kind').where('entity', '=', 'case').execute()
  return new Set(rows.map(({ kind }) => kind))
}

test('the last days of a demo are lived by the rules: owners, grids, crews, clocks, and steps by people of the demo', async () => {
  const cases = await allCases(store)
  const open = cases.filter(isOpen)
  const closed = cases.filter(({ status }) => status === 'closed')
  expect(open.length).toBeGreaterThan(6)
  expect(closed.length).toBeGreaterThan(35)

  expect(cases.filter(({ owner }) => owner === null)).toEqual([])
  expect(cases.filter(({ unitGrid, road }) => unitGrid === null && road === null).length).toBeLessThan(
    cases.length / 10,
  )
  // Between the crew's answer and the request for its check nobody's time runs.
  expect(open.filter((of) => of.status !== 'handled' && !runs(of))).toEqual([])
  const late = (of: Case) => lightOfCase(of, Date.parse(NOW)) === 'late'
  expect(open.filter((of) => lightOfCase(of, Date.parse(NOW)) === 'working').length).toBeGreaterThan(open.length / 2)
  expect(open.filter(late).length).toBeLessThan(6)

  expect(closed.filter((of) => runs(of) || of.clocks.length < 4)).toEqual([])
  expect(closed.filter(({ crewId, conditionId, takenAt }) => !crewId || !conditionId || !takenAt)).toEqual([])
  const times = ({ receivedAt, acceptedAt, filedAt, dispatchedAt, handledAt, verifiedAt, closedAt }: Case) =>
    [receivedAt, acceptedAt, filedAt, dispatchedAt, handledAt, verifiedAt, closedAt].map((at) => Date.parse(at ?? ''))
  for (const of of closed) expect(times(of)).toEqual(times(of).toSorted((a, b) => a - b))
  expect(Math.max(...cases.flatMap((of) => times(of).filter((ms) => ms > 0)))).toBeLessThanOrEqual(Date.parse(NOW))

  const kinds = await kindsOf(store)
  for (const kind of ['accepted', 'filed', 'dispatched', 'taken', 'handled', 'verified', 'closed', 'photo-added'])
    expect(kinds, kind).toContain(`case-${kind}`)
  const people = await store.db.selectFrom('log').select('actor').distinct().where('entity', '=', 'case').execute()
  expect(people.length).toBeGreaterThan(8)
  expect(people.every(({ actor }) => actor.startsWith('person:'))).toBe(true)
  expect((await crewLoads(store.db, SUO)).size).toBeGreaterThan(2)
  expect((await store.verify(SUO)).ok).toBe(true)
})

test('a lamp is dark exactly while a case about it waits for its repair', async () => {
  const waiting = (await allCases(store)).filter(
    ({ code, assetId, status }) =>
      code === '01037' &&
      assetId !== null &&
      ['received', 'checking', 'accepted', 'filed', 'dispatched', 'handling'].includes(status),
  )
  const rows = await store.db
    .selectFrom('assets')
    .select(['id', 'status'])
    .where('layer', '=', 'streetlights')
    .execute()
  const dark = rows.filter(({ status }) => status === 'fault' || status === 'reported').map(({ id }) => id)
  expect(new Set(dark)).toEqual(new Set(waiting.map(({ assetId }) => assetId)))
})

test('the evaluation of the month has rates, most of them good, by crew as well', async () => {
  const place = await newPlace('sqlite')
  await store.db.executeQuery(sql`vacuum into ${sql.lit(join(place.dataDir, 'gridkeeper.db'))}`.compile(store.db))
  await copyFile(join(dataDir, 'data.key'), join(place.dataDir, 'data.key'))
  const city = await testCity({ place, assets: [], now: () => new Date(NOW) })
  const lead = await city.as('duty-lead')
  const { groups } = await lead.json('/api/evaluation?by=all&from=2026-11-01&to=2026-12-01')
  const rate = (id: string) => groups[0].rates.find((one: { rate: string }) => one.rate === id)
  expect(rate('closing').denominator).toBeGreaterThan(20)
  // Of five days much is still at the last desks.
  expect(rate('closing').value).toBeGreaterThan(0.6)
  for (const id of ['handling-on-time', 'filing-on-time', 'dispatch-on-time', 'verification-on-time'])
    expect(rate(id).value, id).toBeGreaterThan(0.75)
  const crews = await lead.json('/api/evaluation?by=crew&from=2026-11-01&to=2026-12-01')
  expect(crews.groups.length).toBeGreaterThan(5)
})

test('the same now gives the same past', { timeout: 30_000 }, async () => {
  const shape = async () => {
    const place = await newPlace('sqlite')
    const other = await place.open()
    await live(other, place.dataDir, { now: NOW, recentDays: 1 })
    return (await allCases(other)).map(({ id, status, problem, crewId, clocks }) => ({
      id,
      status,
      problem,
      crewId,
      clocks,
    }))
  }
  const first = await shape()
  expect(first.length).toBeGreaterThan(8)
  expect(await shape()).toEqual(first)
})

test('a later start brings the days between in, goes on with what was open, and doubles nothing', {
  timeout: 30_000,
}, async () => {
  const first = await allCases(store)
  const { seq } = await store.head(SUO)
  await live(store, dataDir, { now: '2026-11-20T16:50:00+08:00' })
  expect((await store.head(SUO)).seq).toBe(seq)

  await live(store, dataDir, { now: LATER })
  const later = await allCases(store)
  const known = new Set(first.map(({ id }) => id))
  const added = later.filter(({ id }) => !known.has(id))
  expect(added.length).toBeGreaterThan(12)
  expect(added.every(({ receivedAt }) => Date.parse(receivedAt) > Date.parse(NOW))).toBe(true)
  expect(later.length).toBe(first.length + added.length)
  const ended = later.filter((of) => known.has(of.id) && !isOpen(of)).length
  expect(ended).toBeGreaterThan(first.filter((of) => !isOpen(of)).length + 5)
  const rows = await store.db.selectFrom('log').select(['at', 'kind', 'entity_id', 'hash']).orderBy('seq').execute()
  const received = rows.filter(({ kind }) => kind === 'case-received').map(({ entity_id }) => entity_id)
  expect(new Set(received).size).toBe(received.length)
  const visits = rows.filter(({ kind }) => kind === 'inspection-made').map(({ entity_id }) => entity_id)
  expect(new Set(visits).size).toBe(visits.length)
  expect(rows.every(({ at }, i) => at >= (rows[i - 1]?.at ?? ''))).toBe(true)
  expect((await store.verify(SUO)).ok).toBe(true)
})
