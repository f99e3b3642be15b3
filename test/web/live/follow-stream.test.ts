import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { frame } from '../../../server/live/frame.ts'
import { followStream } from '../../../web/live/follow-stream.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { type LiveState, SILENT } from '../../../web/live/live-state.ts'
import { askedWait, waitBefore } from '../../../web/live/waits.ts'

const WAITS = { answer: 300, silence: 150, first: 5, longest: 40, refused: 60 }

/** A server that answers the nth request as told, and a page's client that listens to it. */
async function follow(answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    asked.push(request.url ?? '')
    answer?.(response, request)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const news: LiveNews[] = []
  const states: LiveState['is'][] = []
  let state = SILENT
  const following = followStream({
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`,
    ...{ waits: WAITS, onNews: (one: LiveNews) => void news.push(one) },
    onState(next) {
      state = next
      if (states.at(-1) !== next.is) states.push(next.is)
    },
  })
  onTestFinished(() => {
    following.stop()
    server.closeAllConnections()
    server.close()
  })
  return { asked, news, states, following, now: () => state }
}

const begin = (response: ServerResponse): void => void response.writeHead(200, { 'Content-Type': 'text/event-stream' })
const pulse = (seq: number): Buffer => frame('pulse', { seq, at: '2026-11-22T08:00:00.000Z' }, seq)
const stream =
  (...seqs: number[]) =>
  (response: ServerResponse): void => {
    begin(response)
    for (const seq of seqs) response.write(pulse(seq))
  }
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end()

test('a stream that breaks is come back to with the row heard last', async () => {
  const broken = (response: ServerResponse): void => {
    stream(4, 5)(response)
    // In the middle of an event.
    response.write(pulse(6).subarray(0, 20))
    setTimeout(() => response.destroy(), 20)
  }
  const { asked, news } = await follow([broken, stream(6)])
  await expect.poll(() => news.length).toBe(3)
  expect(asked).toEqual(['/live', '/live?since=5'])
})

test('neither a 503, a 204, a page of a proxy nor a reset makes it give up', async () => {
  const page = (response: ServerResponse): void =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>')
  const { news, now } = await follow([status(503), status(204), page, (response) => void response.destroy(), stream(1)])
  await expect.poll(() => news.length).toBe(1)
  expect(now()).toMatchObject({ is: 'connected', seq: 1 })
})

test('silence for too long is a loss, though the connection stands', async () => {
  const { asked, states } = await follow([stream(1)])
  await expect.poll(() => asked.length).toBeGreaterThan(2)
  expect(states.slice(0, 4)).toEqual(['connecting', 'connected', 'waiting', 'connecting'])
})

test('an answer that never begins is not waited for', async () => {
  const { asked } = await follow([() => undefined, stream(1)])
  await expect.poll(() => asked.length).toBe(2)
})

test('who is refused says so, asks seldom, and hears again once let in', async () => {
  const { states, now } = await follow([status(401), status(403), stream(1)])
  await expect.poll(() => now().is).toBe('connected')
  expect(states).toEqual(['connecting', 'refused', 'connected'])
})

test('after a resync it begins anew, without the row heard last', async () => {
  const resync = (response: ServerResponse): void => {
    begin(response)
    response.write(frame('resync', { seq: 90, why: 'too-old' }, 90))
  }
  const { asked, news } = await follow([stream(3), resync, stream(91)])
  await expect.poll(() => asked.length).toBeGreaterThan(2)
  expect(asked.slice(0, 3)).toEqual(['/live', '/live?since=3', '/live'])
  expect(news.map(({ event }) => event)).toContain('resync')
})

test('an event that cannot be read is counted, told, and not asked for again', async () => {
  const bad = (response: ServerResponse): void => {
    begin(response)
    response.write('event: change\nid: 8\ndata: {"nonsense": true}\n\n')
    setTimeout(() => response.destroy(), 20)
  }
  const { asked, news, now } = await follow([bad, stream(9)])
  await expect.poll(() => now().seq).toBe(9)
  expect([now().bad, news[0], asked[1]]).toEqual([
    1,
    { event: 'unreadable', data: { name: 'change' } },
    '/live?since=8',
  ])
})

test('waking it cuts a wait short, and reopening it begins with a picture', async () => {
  const { asked, following, now } = await follow([status(503, { 'Retry-After': '30' }), stream(1), stream(2)])
  await expect.poll(() => now().is).toBe('waiting')
  following.wake()
  await expect.poll(() => now().seq).toBe(1)
  following.reopen()
  await expect.poll(() => asked.length).toBe(3)
  expect(asked).toEqual(['/live', '/live', '/live'])
})

test('waits grow from half a second to half a minute, spread by chance, and heed the server within reason', () => {
  const of = { first: 500, longest: 30_000 }
  expect([0, 1, 2, 5, 6, 60].map((failures) => waitBefore(failures, of, 1))).toEqual([
    ...[500, 1_000, 2_000, 16_000, 30_000, 30_000],
  ])
  expect(waitBefore(6, of, 0)).toBe(15_000)
  expect([askedWait('2', 30_000), askedWait(null, 30_000), askedWait('soon', 30_000)]).toEqual([
    2_000,
    undefined,
    undefined,
  ])
  expect(askedWait('86400', 30_000)).toBe(60_000)
})
