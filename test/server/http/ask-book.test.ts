import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type AskBook, askingOf, askProgress, followAsks, followed } from '../../../server/http/ask-book.ts'
import { testCity } from '../../support/test-city.ts'

const WORD = 'a-word-by-chance-1'

/** A server that answers when it is let. */
function slowServer() {
  const book: AskBook = new Map()
  const app = new Hono().use(followAsks(book))
  let let_ = (): void => undefined
  let seen: ReturnType<typeof askingOf> | undefined
  app.get('/', async (c) => {
    seen = askingOf(c)
    await new Promise<void>((resolve) => {
      let_ = resolve
    })
    return c.text('done')
  })
  return {
    book,
    ask: (word?: string) => Promise.resolve(app.request('/', word ? { headers: { 'Ask-Word': word } } : {})),
    finish: () => let_(),
    tell: (share: () => number) => seen?.follow(share),
  }
}

test('who waits reads by the word of the ask how far it is, for as long as it is answered', async () => {
  const { book, ask, finish, tell } = slowServer()
  expect(askProgress(book, WORD)).toBeNull()
  const answer = ask(WORD)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(askProgress(book, WORD)).toEqual({ share: null, elapsedMs: expect.any(Number) })
  let share = 0.25
  tell(() => share)
  expect(askProgress(book, WORD)?.share).toBe(0.25)
  share = 7
  expect(askProgress(book, WORD)?.share).toBe(1)
  expect(askProgress(book, WORD)?.elapsedMs).toBeGreaterThanOrEqual(4)
  finish()
  expect(await (await answer).text()).toBe('done')
  expect(askProgress(book, WORD)).toBeNull()
  expect(book.size).toBe(0)
})

test('an ask without a word, or with one that anybody could guess, is answered and followed by nobody', async () => {
  const { book, ask, finish } = slowServer()
  for (const word of [undefined, 'short', '../../../../etc/passwd']) {
    const answer = ask(word)
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(book.size).toBe(0)
    finish()
    expect((await answer).status).toBe(200)
  }
})

test('what is gone through goes from one share of the whole to another', () => {
  let read = (): number => Number.NaN
  const shares: number[] = []
  const things = followed(['a', 'b', 'c', 'd'], { follow: (share) => (read = share) }, { count: 4, from: 0.5, to: 0.9 })
  for (const _ of things) shares.push(read())
  expect(shares).toEqual([0.6, 0.7, 0.8, 0.9].map((share) => expect.closeTo(share, 9)))
  // Things that came meanwhile.
  expect([...followed([1, 2, 3], { follow: (share) => (read = share) }, { count: 1 })]).toEqual([1, 2, 3])
  expect(read()).toBe(1)
})

test('whoever has signed in reads of an ask whose word they know, and nobody else does', {
  timeout: 20_000,
}, async () => {
  const city = await testCity()
  const planner = await city.as('planner')
  expect(await planner.json(`/api/asks/${WORD}`)).toEqual({ progress: null })
  expect(await planner.refusal('/api/asks/short')).toMatchObject({ status: 400, parameter: 'word' })
  expect(await city.refusal(`/api/asks/${WORD}`)).toMatchObject({ status: 401 })
})
