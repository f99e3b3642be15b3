import type { MiddlewareHandler } from 'hono'
import { starting } from './refusals.ts'

/** Until the city is in memory an answer would be wrong: an empty layer is not the same as one not yet read. */
export const waitUntilReady =
  (readiness: { state: string }): MiddlewareHandler =>
  async (_, next) => {
    if (readiness.state === 'starting') throw starting()
    await next()
  }
