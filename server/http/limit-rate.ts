import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusals.ts'

export interface Rate {
  /** So many may come at once. */
  burst: number
  /** So many may come in the long run. */
  perSecond: number
}

export interface Bucket {
  tokens: number
  /** When it held so many, ms since 1970. */
  at: number
}

/** The bucket after one more request; with less than 0 tokens the request is too much, and the bucket stays as it was. */
export function takeToken({ tokens, at }: Bucket, now: number, { burst, perSecond }: Rate): Bucket {
  // A clock that was set back gives nothing and takes nothing away.
  const gained = (Math.max(0, now - at) / 1000) * perSecond
  return { tokens: Math.min(burst, tokens + gained) - 1, at: now }
}

/** For all callers together: there is nobody yet to tell them apart by, and behind a proxy their addresses are one. 429 beyond it. */
export function limitRate({ now, ...rate }: Rate & { now: () => Date }): MiddlewareHandler {
  let bucket: Bucket = { tokens: rate.burst, at: now().getTime() }
  return async (c, next) => {
    const left = takeToken(bucket, now().getTime(), rate)
    if (left.tokens < 0) {
      c.header('Retry-After', String(Math.ceil(-left.tokens / rate.perSecond)))
      throw new Refusal(429, 'too-many', 'Too many of these came at once; wait as long as Retry-After says.')
    }
    bucket = left
    await next()
  }
}
