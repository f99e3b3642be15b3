import type { Context, MiddlewareHandler } from 'hono'
import { type AskProgress, AskWord } from '../contract/ask.ts'

/** What a verb knows of the request that it answers. */
export interface Asking {
  /** Of the request: what is reckoned for it ends when it does. */
  signal: AbortSignal
  /** How far it is, 0 … 1: read when somebody looks. The last that was given holds. */
  follow(share: () => number): void
}

interface Going {
  begunMs: number
  share: (() => number) | undefined
}

/** The asks of this node that are being answered and were given a word to be looked after by. */
export type AskBook = Map<string, Going>

const HEADER = 'Ask-Word'
const ASKING = 'asking'

/** `Ask-Word: …` with any request: how far it is stands at /api/asks/… for as long as it is answered. A word that is none is as good as absent:
 *  the answer is the same. */
export const followAsks =
  (book: AskBook): MiddlewareHandler =>
  async (c, next) => {
    const word = AskWord.safeParse(c.req.header(HEADER)).data
    if (word === undefined) return next()
    const going: Going = { begunMs: performance.now(), share: undefined }
    book.set(word, going)
    c.set(ASKING, (share: () => number) => {
      going.share = share
    })
    try {
      await next()
    } finally {
      if (book.get(word) === going) book.delete(word)
    }
  }

/** Behind followAsks; without it nobody looks. */
export const askingOf = (c: Context): Asking => ({
  signal: c.req.raw.signal,
  follow: (c.get(ASKING) as Asking['follow'] | undefined) ?? (() => undefined),
})

/** Null: no such ask is being answered here. */
export function askProgress(book: AskBook, word: string): AskProgress | null {
  const going = book.get(word)
  if (!going) return null
  const share = going.share?.()
  return {
    share: share === undefined ? null : Math.min(1, Math.max(0, share)),
    elapsedMs: Math.round(performance.now() - going.begunMs),
  }
}

/** Goes through `of` and says how far it is: from one share of the whole to another.
 *  @param count of what is gone through */
export function* followed<T>(
  of: Iterable<T>,
  { follow }: Pick<Asking, 'follow'>,
  { count, from = 0, to = 1 }: { count: number; from?: number; to?: number },
): Generator<T> {
  let done = 0
  follow(() => from + (to - from) * Math.min(1, done / Math.max(1, count)))
  for (const one of of) {
    done++
    yield one
  }
}
