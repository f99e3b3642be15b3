import type { MiddlewareHandler } from 'hono'
import type { SessionGate } from './gate.ts'
import { isForeign, SAFE_METHODS } from './own-origin-only.ts'
import { Refusal } from './refusals.ts'

/** All that a wall sends: what went wrong on it, and how it is. */
const SELF_REPORTS = ['/api/screens/faults', '/api/wall/reports']

/** For every change that comes with a session: only from the product's own pages, whatever its type of body, and never from a wall (W3).
 *  Routes may ask for more (own-origin-only.ts). */
export function guardWrites(gate: SessionGate): MiddlewareHandler {
  const known = gate.way.publicUrl === undefined ? [] : [new URL(gate.way.publicUrl).host]
  return async (c, next) => {
    if (SAFE_METHODS.includes(c.req.method)) return next()
    const holder = await gate.holderOf(c)
    const sender = { site: c.req.header('Sec-Fetch-Site'), origin: c.req.header('Origin') }
    if (holder && isForeign(sender, [...known, new URL(c.req.url).host]))
      throw new Refusal(403, 'foreign-origin', 'A page of another origin may change nothing here.')
    if (holder && !holder.revoked && holder.actor.roles.includes('screen') && !SELF_REPORTS.includes(c.req.path))
      throw new Refusal(403, 'read-only', 'A screen only looks.')
    await next()
  }
}
