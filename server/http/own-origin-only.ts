import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusals.ts'

/** Methods that change nothing (RFC 9110, 9.2.1): another page may ask, and the browser keeps the answer from it. */
export const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
/** Types that a page of another origin cannot send without being asked for leave first, as it can a form or a plain text. */
const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i

/** What a route takes. No type that a form can send without being asked (Fetch's safelist) may be among them. */
export interface BodyTypes {
  pattern: RegExp
  /** For who sent something else. */
  words: string
}
const AS_JSON: BodyTypes = {
  pattern: JSON_TYPE,
  words: 'Send the body as JSON, with Content-Type: application/json.',
}

interface Sender {
  /** Sec-Fetch-Site: what the browser says of the page that asks. Browsers leave it out over plain HTTP. */
  site: string | undefined
  /** Origin: scheme, host and port of that page, `null` where it has none. */
  origin: string | undefined
}

/** Whether a page of somebody else's makes the person's browser ask. `hosts`: those that are ours, with their ports. Who sends neither
 *  header is no browser, and has nobody's rights to borrow. The rule of Go's net/http CrossOriginProtection. */
export function isForeign({ site, origin }: Sender, hosts: readonly string[]): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  if (origin === undefined) return false
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host)
}

/** Lets a write through only from the product's own pages, or from no page at all, and only as what the route takes, JSON unless told: 403 and
 *  415. `hono/csrf` would let JSON of any origin through. `publicUrl`: as people reach the server when a proxy in front tells it another host. */
export function ownOriginOnly(
  { publicUrl }: { publicUrl: string | undefined },
  takes: BodyTypes = AS_JSON,
): MiddlewareHandler {
  const known = publicUrl === undefined ? [] : [new URL(publicUrl).host]
  return async (c, next) => {
    if (SAFE_METHODS.includes(c.req.method)) return next()
    const sender = { site: c.req.header('Sec-Fetch-Site'), origin: c.req.header('Origin') }
    if (isForeign(sender, [...known, new URL(c.req.url).host])) {
      throw new Refusal(403, 'foreign-origin', 'A page of another origin may change nothing here.')
    }
    const type = c.req.header('Content-Type')
    const needsType = c.req.method !== 'DELETE' || type !== undefined
    if (needsType && !takes.pattern.test(type ?? '')) {
      throw new Refusal(415, 'bad-type', takes.words)
    }
    await next()
  }
}
