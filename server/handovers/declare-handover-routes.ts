import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Handover, HandoverPatch, HandoverSign, NewHandover } from '../contract/handover.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { CursorParameter, IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter } from '../http/parameters.ts'

const tags = ['Handovers']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const once = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const seen = once.extend({ 'if-match': IfMatchHeader })
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const One = named('Handover', Handover)

/** The addresses at which one shift hands over to the next. */
export function declareHandoverRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'handover')]
  const toWrite: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allow(gate, 'write', 'handover'),
  ]
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, middleware: toRead, summary: 'Handovers, the newest first' },
      request: { query: z.strictObject({ cursor: CursorParameter, limit: countParameter(100, 20) }) },
      responses: {
        200: json('A page of them', z.object({ handovers: z.array(One), next: z.string().nullable() })),
        ...bad,
      },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{id}', tags, middleware: toRead, summary: 'One handover' },
      request: { params, query },
      responses: { 200: json('The handover', One), ...bad },
    }),
    open: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: toWrite, summary: 'Open one, with the picture of this moment' },
      request: { headers: once, query, body: body(named('NewHandover', NewHandover)) },
      responses: { 201: json('The handover', One), ...bad },
    }),
    change: createRoute({
      ...{ method: 'patch', path: '/{id}', tags, middleware: toWrite },
      summary: 'Change what nobody has signed, or list its cases anew',
      request: { params, headers: seen, query, body: body(named('HandoverPatch', HandoverPatch)) },
      responses: { 200: json('As it is now', One), ...bad },
    }),
    sign: createRoute({
      ...{ method: 'post', path: '/{id}/sign', tags, middleware: toWrite },
      summary: 'Hand over, or take over; what was signed is never changed',
      request: { params, headers: seen, query, body: body(named('HandoverSign', HandoverSign)) },
      responses: { 200: json('As it is now', One), ...bad },
    }),
  }
}
