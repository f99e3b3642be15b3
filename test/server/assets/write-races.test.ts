import { expect, test } from 'vitest'
import { answerOnce, KeyReused } from '../../../server/store/answer-once.ts'
import { newPlace } from '../../support/engines.ts'
import { lamp, SUO } from '../../support/entries.ts'
import { problem, writeDesk } from './write-desk.ts'

const ID = lamp(2).id
const NEW_LAMP = {
  ...{ layer: 'streetlights', name: '路灯', status: 'on' },
  geometry: { type: 'Point', coordinates: [93.79, 31.89] },
}

test('a change without If-Match is told to send one, an old one what stands now', async () => {
  const desk = await writeDesk()
  const old = await desk.etag(ID)
  const none = await desk.send({ method: 'PATCH', path: `/api/assets/${ID}`, body: { status: 'off' } })
  expect(await problem(none)).toMatchObject({ status: 428, code: 'no-if-match', parameter: 'If-Match' })
  const present = (await desk.patch(ID, { status: 'off' })).headers.get('ETag')
  for (const late of [
    await desk.patch(ID, { status: 'fault' }, { 'If-Match': old }),
    await desk.remove(ID, { 'If-Match': old }),
  ]) {
    expect(late.headers.get('ETag')).toBe(present)
    const refused = await problem(late)
    expect(refused).toMatchObject({ status: 412, code: 'changed-since' })
    expect(refused.detail).toContain(present)
  }
  expect(await problem(await desk.patch(ID, { status: 'on' }, { 'If-Match': 'now' }))).toMatchObject({ status: 400 })
  expect((await desk.patch(ID, { status: 'on' }, { 'If-Match': `${old}, W/${present}` })).status).toBe(200)
  expect((await desk.remove(ID, { 'If-Match': '*' })).status).toBe(204)
})

test('of 20 changes at once of what all of them saw, one wins', async () => {
  const desk = await writeDesk()
  const seen = { 'If-Match': await desk.etag(ID) }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => desk.patch(ID, { fields: { powerW: 200 + at } }, seen)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)])
  const winner = answers.findIndex(({ status }) => status === 200)
  expect(await desk.json(`/api/assets/${ID}`)).toMatchObject({ fields: { powerW: 200 + winner } })
  expect((await desk.json(`/api/assets/${ID}/history`)).rows).toHaveLength(2)
})

test('the same request under the same key is done once, however often and whenever it comes', async () => {
  const desk = await writeDesk()
  const key = { 'Idempotency-Key': 'order-1' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.add(NEW_LAMP, key)))
  const bodies = await Promise.all(answers.map((answer) => answer.json()))
  expect(new Set(bodies.map(({ id }) => id))).toEqual(new Set([lamp(41).id]))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  expect(answers.filter(({ headers }) => headers.get('Idempotency-Replayed') === 'true')).toHaveLength(19)
  expect((await desk.json('/api/layers/streetlights/features?limit=1')).numberMatched).toBe(41)
  // Changed since: the answer is still the first one.
  await desk.patch(lamp(41).id, { name: '另名' })
  const later = await desk.add({ fields: {}, ...NEW_LAMP }, key)
  expect([await later.json(), later.headers.get('ETag')]).toEqual([bodies[0], answers[0]?.headers.get('ETag')])
})

test('a key that stands for another request is refused, and the write is not made', async () => {
  const desk = await writeDesk()
  const key = { 'Idempotency-Key': 'order-2' }
  await desk.patch(ID, { status: 'off' }, key)
  for (const other of [
    await desk.patch(ID, { status: 'fault' }, key),
    await desk.add(NEW_LAMP, key),
    await desk.remove(ID, key),
  ])
    expect(await problem(other)).toMatchObject({ status: 422, code: 'key-reused', parameter: 'Idempotency-Key' })
  expect(await desk.json(`/api/assets/${ID}`)).toMatchObject({ status: 'off' })
  expect(await problem(await desk.add(NEW_LAMP, { 'Idempotency-Key': 'a b' }))).toMatchObject({ status: 400 })
})

test('who did not hear the answer may send it again, though the thing has changed by it', async () => {
  const desk = await writeDesk()
  const again = { 'If-Match': await desk.etag(ID), 'Idempotency-Key': '"order-3"' }
  const [first, second] = [await desk.remove(ID, again), await desk.remove(ID, again)]
  expect([first.status, second.status]).toEqual([204, 204])
  expect(second.headers.get('Log-Seq')).toBe(first.headers.get('Log-Seq'))
})

test('a refused write leaves its key free', async () => {
  const desk = await writeDesk()
  const key = { 'Idempotency-Key': 'order-4' }
  expect((await desk.patch(ID, { status: 'off' }, { ...key, 'If-Match': '"1"' })).status).toBe(412)
  expect((await desk.patch(ID, { status: 'off' }, key)).status).toBe(200)
})

test('a key is forgotten after 24 hours, and no earlier', async () => {
  const store = await (await newPlace('sqlite')).open()
  let done = 0
  const ask = (now: string, request = 'a', actor = 'one') =>
    store.transaction(SUO, (tx) =>
      answerOnce(tx, { actor, key: 'k', request, now: new Date(now) }, async () => ({ done: ++done })),
    )
  expect(await ask('2026-05-01T00:00:00Z')).toEqual({ answer: { done: 1 }, again: false })
  expect(await ask('2026-05-01T23:59:59Z')).toEqual({ answer: { done: 1 }, again: true })
  await expect(ask('2026-05-01T23:59:59Z', 'b')).rejects.toThrow(KeyReused)
  expect(await ask('2026-05-01T23:59:59Z', 'a', 'two')).toEqual({ answer: { done: 2 }, again: false })
  expect(await ask('2026-05-02T00:00:00Z', 'b')).toEqual({ answer: { done: 3 }, again: false })
})
