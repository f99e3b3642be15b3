import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** What the Idempotency-Key of a request stands for; undefined where it has none. `asked`: the checked body, whose members stand in the order
 *  of their schema. Not of If-Match: who did not hear the answer may send the old one or the new one. */
export function onceOf(c: Context, actor: string, asked: unknown, now: Date) {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return undefined
  const request = createHash('sha256')
    .update(JSON.stringify([c.req.method, c.req.path, asked]))
    .digest('hex')
  return { actor, key, request, now }
}
