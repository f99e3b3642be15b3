import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Crossing, Geofence, GeofencePatch, NewGeofence } from '../contract/geofence.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter, instantParameter } from '../http/parameters.ts'

const tags = ['Geofences']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const once = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const Fence = named('Geofence', Geofence)

/** The addresses at which fences are drawn, and at which it stands who came in and left. */
export function declareFenceRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'geofence')]
  const toFollow: [MiddlewareHandler] = [allow(gate, 'read', 'position')]
  const toChange: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allow(gate, 'write', 'geofence'),
  ]
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, middleware: toRead, summary: 'Geofences, in the order of their names' },
      request: { query: z.strictObject({ ended: z.enum(['true', 'false']).default('false') }) },
      responses: { 200: json('The fences', z.object({ geofences: z.array(Fence) })), ...bad },
    }),
    crossings: createRoute({
      ...{ method: 'get', path: '/crossings', tags, middleware: toFollow },
      summary: 'Which crews came into which fences and left them, oldest first',
      request: {
        query: z.strictObject({
          from: instantParameter('Told at or after'),
          to: instantParameter('Told before'),
          crew: IdParameter.optional(),
          fence: IdParameter.optional(),
          limit: countParameter(10_000, 1_000),
        }),
      },
      responses: { 200: json('The crossings', z.object({ crossings: z.array(named('Crossing', Crossing)) })), ...bad },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{id}', tags, middleware: toRead, summary: 'One geofence' },
      request: { params, query },
      responses: { 200: json('The fence', Fence), ...bad },
    }),
    add: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: toChange, summary: 'Draw a geofence' },
      request: { headers: once, query, body: body(named('NewGeofence', NewGeofence)) },
      responses: { 201: json('The fence', Fence), ...bad },
    }),
    change: createRoute({
      ...{ method: 'patch', path: '/{id}', tags, middleware: toChange, summary: 'Change a geofence, or end it' },
      request: {
        params,
        headers: once.extend({ 'if-match': IfMatchHeader }),
        query,
        body: body(named('GeofencePatch', GeofencePatch)),
      },
      responses: { 200: json('As it is now', Fence), ...bad },
    }),
  }
}
