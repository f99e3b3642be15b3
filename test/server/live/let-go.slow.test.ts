import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endSessionsOf } from '../../../server/people/session-store.ts'
import { SUO } from '../../support/entries.ts'
import { deafListener, readLive } from '../../support/read-live.ts'
import { lamp, testCity } from '../../support/test-city.ts'

test('a stream ends within 5 s after its session has, and others go on', async () => {
  const city = await testCity({ live: { pulseMs: 200 }, settings: { guests: 'none' } })
  const lead = await city.as('duty-lead')
  const stream = readLive(await lead.get('/api/live'))
  const other = readLive(await (await city.as('duty-lead')).get('/api/live'))
  const begun = performance.now()
  await city.store.transaction(SUO, (tx) => endSessionsOf(tx, lead.id))
  await stream.ended
  expect(performance.now() - begun).toBeLessThan(5_000)
  expect(city.live.ended.session).toBe(1)
  expect((await lead.get('/api/live')).status).toBe(401)
  await other.next('pulse')
  expect(city.live.counted.all).toBe(1)
})

test('who does not read is let go, and those who read are not kept waiting for it', async () => {
  const city = await testCity({ live: { slowMs: 300, lookMs: 50, pendingBytes: 16 * 1024 } })
  const url = await city.listen()
  const leave = await deafListener(url)
  const stream = readLive(await fetch(`${url}/api/live?topics=assets`))
  await stream.next('picture')
  const name = '路灯'.repeat(5_000)
  for (let n = 1; city.live.ended.slow === 0 && n < 2_000; n++) {
    await city.change({ changed: [lamp(1, { name: `${name}${n}` })] })
    await setTimeout(1)
  }
  expect(city.live.ended.slow).toBe(1)
  const { seq } = await city.store.head('540626')
  await expect.poll(() => stream.events.at(-1)?.data.seq, { timeout: 5_000 }).toBe(seq)
  leave()
  await stream.leave()
  await expect.poll(() => [city.live.counted.all, city.live.rooms], { timeout: 5_000 }).toEqual([0, 0])
})

test('a peer that vanished with bytes on their way to it does not keep its place', async () => {
  const city = await testCity({ live: { longestMs: 8_000, lookMs: 50 } })
  const url = await city.listen()
  const leave = await deafListener(url)
  await expect.poll(() => city.live.rooms).toBe(1)
  // More than the kernel takes for a peer that reads nothing, less than makes it slow for long.
  const name = '路灯'.repeat(5_000)
  for (let n = 1; n < 400; n++) {
    await city.change({ changed: [lamp(1, { name: `${name}${n}` })] })
    await setTimeout(1)
  }
  await expect.poll(() => city.live.ended, { timeout: 15_000 }).toMatchObject({ old: 1 })
  await expect.poll(() => city.live.counted.all, { timeout: 5_000 }).toBe(0)
  leave()
})

test('whose rights change comes again with those of now', async () => {
  const city = await testCity()
  const [admin, lead] = [await city.as('admin'), await city.as('duty-lead')]
  const stream = readLive(await lead.get('/api/live?topics=cases'))
  const guest = readLive(await city.get('/api/live?topics=cases'))
  await stream.next('picture')
  const path = `/api/people/${lead.id.replace('person:', '')}`
  const seen = { 'If-Match': (await admin.get(path)).headers.get('ETag') ?? '*' }
  expect((await admin.patch(path, { roles: ['planner'] }, seen)).status).toBe(200)
  await stream.ended
  expect([city.live.ended.session, city.live.counted.all]).toEqual([1, 1])
  expect(await lead.json('/api/me')).toMatchObject({ actor: { roles: ['planner'] } })
  await guest.leave()
})
