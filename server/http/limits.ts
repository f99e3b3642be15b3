import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { timeout } from 'hono/timeout'
import { Refusal } from './refusals.ts'

/** Longer than any honest filter; what is longer than HEADER_BYTES never gets here (broken-request.ts). */
export const URL_BYTES = 8 * 1024
/** Per connection, before a request is whole: many open connections must not fill the memory. */
export const HEADER_BYTES = 64 * 1024
const BODY_BYTES = 1024 * 1024
/** The slowest honest answer (10,000 features of a large city) takes well under a second. */
const ANSWER_MS = 20_000

export const urlTooLong = (): Refusal =>
  new Refusal(414, 'url-too-long', `The address is longer than ${URL_BYTES} bytes; ask for less at once.`)

export const limitUrl: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length > URL_BYTES) throw urlTooLong()
  await next()
}

/** For a route whose body is smaller than BODY_BYTES at its best. */
export const limitBodyTo = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal(413, 'too-large', `The body is larger than ${maxSize} bytes.`)
    },
  })

const limitAnyBody = limitBodyTo(BODY_BYTES)

/** Photos are larger than any JSON, and so are two surveys of a landfill; their routes limit them themselves, behind their doors: nobody fills the
 *  memory who may not send one. */
const LIMITS_ITSELF = /^\/api\/(?:cases\/[^/]+\/photos|landfills\/volume)$/

/** A GET has no body; looking for one makes a whole Request of it, a quarter of the cost of a tile. */
export const limitBody: MiddlewareHandler = (c, next) =>
  c.req.method === 'GET' || c.req.method === 'HEAD' || LIMITS_ITSELF.test(c.req.path) ? next() : limitAnyBody(c, next)

/** Until the answer begins; a download may then stream for longer. */
export const limitTime: MiddlewareHandler = timeout(ANSWER_MS)
