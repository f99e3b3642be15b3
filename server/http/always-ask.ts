import type { MiddlewareHandler } from 'hono'

/** What the city is now may have changed since: kept answers are asked about, unless a handler says otherwise. */
export const alwaysAsk: MiddlewareHandler = async (c, next) => {
  c.header('Cache-Control', 'no-cache')
  await next()
}
