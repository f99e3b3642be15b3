import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { LiveLimits } from '../../../server/live/live-limits.ts'
import { LIVE_LIMITS } from '../../../server/live/live-limits.ts'
import { Stream } from '../../../server/live/stream.ts'
import { serve } from '../../../server/serve.ts'
import { deafListener, readLive } from '../../support/read-live.ts'
import { lamp, testCity } from '../../support/test-city.ts'

const gone = (city: { live: { counted: { all: number }; rooms: number } }) =>
  expect.poll(() => [city.live.counted.all, city.live.rooms], { timeout: 5_000 }).toEqual([0, 0])

test('a stream on a port is neither packed nor kept, and begins at once', async () => {
  const city = await testCity()
  const url = await city.listen()
  const answer = await fetch(`${url}/api/live`, { headers: { 'Accept-Encoding': 'gzip' } })
  const headers = ['content-type', 'cache-control', 'x-accel-buffering', 'content-encoding', 'x-content-type-options']
  expect(headers.map((name) => answer.headers.get(name))).toEqual([
    ...['text/event-stream; charset=utf-8', 'no-store, no-transform', 'no', null, 'nosniff'],
  ])
  const stream = readLive(answer)
  await stream.next('picture')
  await city.change({ changed: [lamp(1, { status: 'off' })] })
  expect((await stream.next('change')).data.state.status).toBe('off')
  const metrics = await (await city.get('/metrics')).text()
  expect(metrics).toMatch(/^gridkeeper_live_clients 1$/m)
  expect(metrics).toMatch(/^gridkeeper_live_events 1$/m)
  expect(metrics).toMatch(/^gridkeeper_live_dropped\{why="slow"\} 0$/m)
  await stream.leave()
  await gone(city)
})

test('HEAD is answered without a stream', async () => {
  const city = await testCity()
  const url = await city.listen()
  const answer = await fetch(`${url}/api/live`, { method: 'HEAD' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  await gone(city)
})

test('a stop ends every stream at once, and is done long before anybody is made to wait', async () => {
  const city = await testCity()
  const listening = await serve(
    { fetch: city.app.fetch, onStop: () => void city.live.stop() },
    { host: '127.0.0.1', port: 0 },
  )
  const streams = await Promise.all(
    Array.from({ length: 20 }, async () => readLive(await fetch(`http://127.0.0.1:${listening.port}/api/live`))),
  )
  await Promise.all(streams.map((stream) => stream.next('picture')))
  const begun = performance.now()
  await listening.close()
  await Promise.all(streams.map(({ ended }) => ended))
  expect(performance.now() - begun).toBeLessThan(1_500)
  expect((await city.get('/api/live')).status).toBe(503)
  await gone(city)
})

test('a stream is ended after its longest time, whoever may still be there', async () => {
  const city = await testCity({ live: { longestMs: 200, lookMs: 50 } })
  const url = await city.listen()
  const leave = await deafListener(url)
  const stream = readLive(await fetch(`${url}/api/live`))
  await stream.ended
  await expect.poll(() => city.live.ended.old).toBe(2)
  await gone(city)
  leave()
})

test('who leaves before the answer begins leaves nothing behind', async () => {
  const city = await testCity()
  const url = await city.listen()
  for (let n = 0; n < 20; n++) {
    const leave = await deafListener(url)
    if (n % 2) await setTimeout(n % 5)
    leave()
  }
  await gone(city)
})

test('a stream that keeps up is not slow, one that stays full is', () => {
  const limits: LiveLimits = { ...LIVE_LIMITS, pendingBytes: 100, slowMs: 1_000 }
  const outlet = { pending: 500, write: () => undefined, end: () => undefined, cut: () => undefined }
  const stream = new Stream(outlet, limits, undefined)
  const now = performance.now()
  expect(stream.faultNow(now)).toBeUndefined()
  expect(stream.faultNow(now + 900)).toBeUndefined()
  outlet.pending = 0
  expect(stream.faultNow(now + 950)).toBeUndefined()
  outlet.pending = 500
  expect(stream.faultNow(now + 1_000)).toBeUndefined()
  expect(stream.faultNow(now + 2_000)).toBe('slow')
})
