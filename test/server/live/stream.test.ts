import { expect, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import type { LiveLimits } from '../../../server/live/live-limits.ts'
import { by, SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'
import { complaint, lamp, type TestCity, testCity } from '../../support/test-city.ts'

const LAMP = lamp(1)

async function listen(city: TestCity, query = '') {
  const response = await city.get(`/api/live${query}`)
  expect(response.status).toBe(200)
  return readLive(response)
}

const say = (city: TestCity, ...states: Case[]) =>
  city.store.transaction(SUO, (tx) =>
    recordCases(
      tx,
      states.map((after) => ({ at: after.receivedAt, kind: 'case-changed', entityId: after.id, after })),
      by(),
    ),
  )

const dark = (n: number) => ({ changed: [lamp(n, { status: 'fault' })] })

/** 30 changes behind row `from`, and the seqs that a stream from there must tell. */
async function thirtyMore(city: TestCity): Promise<{ from: number; behind: number[] }> {
  const { seq: from } = await city.store.head(SUO)
  for (let n = 1; n <= 30; n++) await city.change(dark(n))
  return { from, behind: Array.from({ length: 30 }, (_, at) => from + 1 + at) }
}

test('a stream begins with the present picture, and goes on with changes in the order of the log', async () => {
  const city = await testCity({ cases: [complaint(1), complaint(2, { urgency: 'emergency' })] })
  const stream = await listen(city)
  const { data, id } = await stream.next('picture')
  const { seq } = await city.store.head(SUO)
  expect([data.seq, id]).toEqual([seq, String(seq)])
  expect(data.cases).toEqual({ open: 2, statuses: { received: 2 }, lights: { unknown: 2 } })
  expect(data.emergencies).toMatchObject([{ id: 'case-0002', problem: '路灯不亮' }])
  expect(data.assets.layers.streetlights.count).toBe(40)
  await city.change(dark(1))
  await say(city, complaint(1, { status: 'accepted' }))
  const lampChange = await stream.next('change')
  expect(lampChange).toMatchObject({ id: String(seq + 1), data: { entity: 'asset', state: { status: 'fault' } } })
  expect((await stream.next('change')).data).toMatchObject({
    ...{ seq: seq + 2, entity: 'case', entityId: 'case-0001', was: 'received', state: { status: 'accepted' } },
  })
})

test('who hears of a change and asks for the thing gets it as it is now', async () => {
  const city = await testCity()
  const stream = await listen(city, '?topics=assets')
  await stream.next('picture')
  for (const status of ['fault', 'on', 'fault', 'off']) {
    await city.store.transaction(SUO, (tx) => writeAssets(tx, { changed: [{ ...LAMP, status }] }, by()))
    const { data } = await stream.next('change')
    expect(city.memory.seq).toBeGreaterThanOrEqual(data.seq)
    expect(city.memory.layer('streetlights')?.get(LAMP.id)?.status).toBe(data.state.status)
  }
})

test('who comes back hears exactly what was missed, from what is kept written', async () => {
  const city = await testCity()
  const { from, behind } = await thirtyMore(city)
  const stream = await listen(city, `?since=${from}`)
  await city.change(dark(31))
  await expect.poll(() => seqsOf(stream)).toEqual([...behind, from + 31])
  expect(stream.events.map(({ event }) => event)).not.toContain('picture')
})

test('and from the log, in pages, when that is longer ago', async () => {
  const city = await testCity({ live: { recent: 4 } })
  const { from, behind } = await thirtyMore(city)
  const stream = await listen(city, `?since=${from}`)
  await expect.poll(() => seqsOf(stream)).toEqual(behind)
})

test('Last-Event-ID says the same as since', async () => {
  const city = await testCity()
  const { from, behind } = await thirtyMore(city)
  const stream = readLive(await city.get('/api/live', { 'Last-Event-ID': String(from + 10) }))
  await expect.poll(() => seqsOf(stream)).toEqual(behind.slice(10))
})

test('who was away for too long, or comes from another log, gets one resync, and then what is new', async () => {
  const city = await testCity({ live: { recent: 4, behind: 20 } })
  const { from } = await thirtyMore(city)
  const { seq } = await city.store.head(SUO)
  for (const [since, why] of [
    [from, 'too-old'],
    [seq + 100, 'ahead'],
  ] as const) {
    const stream = await listen(city, `?since=${since}`)
    expect(await stream.next('resync')).toMatchObject({ id: String(seq), data: { seq, why } })
    expect(stream.events).toHaveLength(1)
    await stream.leave()
  }
  const stream = await listen(city, `?since=${from}`)
  await city.change(dark(31))
  expect((await stream.next('change')).data.seq).toBe(seq + 1)
})

test('an import is one resync, not a change for each of its rows', async () => {
  const city = await testCity({ live: { flood: 50 } })
  const stream = await listen(city, '?topics=assets')
  await city.change({ added: Array.from({ length: 200 }, (_, n) => lamp(1_000 + n)) })
  const { seq } = await city.store.head(SUO)
  await expect.poll(() => stream.events.at(-1)).toMatchObject({ event: 'resync', data: { seq, why: 'flood' } })
  expect(seqsOf(stream)).toEqual([])
  await city.change(dark(1))
  expect((await stream.next('change')).data.seq).toBe(seq + 1)
})

test('a pulse says up to where all was heard, so that a listener of quiet topics need not go back for it', async () => {
  const city = await testCity({ live: { pulseMs: 50 } })
  const stream = await listen(city, '?topics=inspections')
  await stream.next('picture')
  await city.change(dark(1))
  const { seq } = await city.store.head(SUO)
  await expect.poll(() => stream.events.at(-1)).toMatchObject({ event: 'pulse', id: String(seq), data: { seq } })
  expect(seqsOf(stream)).toEqual([])
})

test('what is asked wrongly is a 400 that names it', async () => {
  const city = await testCity()
  for (const [query, parameter] of [
    ['?topics=weather', 'topics'],
    ['?since=yesterday', 'since'],
    ['?since=-1', 'since'],
    ['?colour=red', 'colour'],
  ]) {
    expect(await city.refusal(`/api/live${query}`)).toMatchObject({ status: 400, parameter })
  }
})

const limits = (of: Partial<LiveLimits>) => ({ live: of })

test('no more streams than may be: 429 for one who has enough, 503 for the node, both with Retry-After', async () => {
  const one = await testCity(limits({ perAddress: 2 }))
  await listen(one)
  const second = await listen(one)
  const refused = await one.get('/api/live')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '30'])
  await second.leave()
  await listen(one)
  const all = await testCity(limits({ inAll: 1 }))
  await listen(all)
  const full = await all.get('/api/live')
  expect([full.status, full.headers.get('Retry-After')]).toEqual([503, '30'])
})

const seqsOf = (stream: { events: { event: string; data: { seq: number } }[] }): number[] =>
  stream.events.filter(({ event }) => event === 'change').map(({ data }) => data.seq)
