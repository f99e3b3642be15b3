import type { Context } from 'hono'

/** From where a request comes, as far as one can tell. */
export interface Caller {
  address: string
  browser: string
}

/** The address at the other end; behind a proxy (PUBLIC_URL is set) the last one that the proxy names, for those before it anybody can make up. */
export function callerOf(c: Context, publicUrl: string | undefined): Caller {
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const forwarded = publicUrl === undefined ? undefined : c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return {
    address: (forwarded || peer?.remoteAddress || 'unknown').slice(0, 64),
    browser: c.req.header('User-Agent') ?? '',
  }
}
