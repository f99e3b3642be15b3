import type { MiddlewareHandler } from 'hono'
import type { Progress } from './progress.ts'
import { badParameter, Refusal } from './refusals.ts'

const LONGEST_MS = 2_000

/** `Wait-For-Seq: n` with any request: the answer is of a picture that has row n of the log, which is what a write answers as `Log-Seq`. So
 *  who wrote on one node sees it on every other. A header, because a query would be another address to every cache. 503 when it takes too
 *  long. */
export const waitForSeq =
  (progress: Pick<Progress, 'seq' | 'until'>): MiddlewareHandler =>
  async (c, next) => {
    const text = c.req.header('Wait-For-Seq')
    if (text !== undefined) {
      if (!/^\d{1,15}$/.test(text)) throw badParameter('Wait-For-Seq', '"Wait-For-Seq": give the Log-Seq of a write')
      if (!(await progress.until(Number(text), LONGEST_MS)))
        throw new Refusal(503, 'behind', `The picture here is at row ${progress.seq}, not yet at ${text}; try again.`)
    }
    await next()
  }
