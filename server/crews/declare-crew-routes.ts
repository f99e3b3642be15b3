import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Crew, CrewPatch, CrewPosition, NewCrew } from '../contract/crew.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter, instantParameter } from '../http/parameters.ts'

const tags = ['Crews']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const once = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

const Position = named('CrewPosition', CrewPosition)

/** A crew with what it has in hand, and where it is for those who may know. */
export const CrewCard = named(
  'Crew',
  Crew.extend({
    openCases: z.number().int(),
    position: CrewPosition.nullable(),
    stale: z.boolean(),
  }),
)
export type CrewCard = z.infer<typeof CrewCard>

/** The addresses at which crews are seen, changed, put on duty, and tell where they are. */
export function declareCrewRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const own = ownOriginOnly({ publicUrl })
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'crew')]
  const toChange: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'crew')]
  const toTell: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'position')]
  const toFollow: [MiddlewareHandler] = [allow(gate, 'read', 'position')]
  // Its own people put a crew on duty, the supervisor and the admin any: the route tells which.
  const toServe: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'duty')]
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, middleware: toRead, summary: 'Crews, those on duty first' },
      request: { query: z.strictObject({ ended: z.enum(['true', 'false']).default('false') }) },
      responses: { 200: json('The crews', z.object({ crews: z.array(CrewCard) })), ...bad },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{id}', tags, middleware: toRead, summary: 'One crew' },
      request: { params, query },
      responses: { 200: json('The crew', CrewCard), ...bad },
    }),
    add: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: toChange, summary: 'Add a crew' },
      request: { headers: once, query, body: body(named('NewCrew', NewCrew)) },
      responses: { 201: json('The crew', CrewCard), ...bad },
    }),
    change: createRoute({
      ...{ method: 'patch', path: '/{id}', tags, middleware: toChange, summary: 'Change a crew, or end it' },
      request: {
        params,
        headers: once.extend({ 'if-match': IfMatchHeader }),
        query,
        body: body(named('CrewPatch', CrewPatch)),
      },
      responses: { 200: json('As it is now', CrewCard), ...bad },
    }),
    duty: createRoute({
      ...{ method: 'put', path: '/{id}/duty', tags, middleware: toServe, summary: 'Begin or end a duty' },
      request: { params, headers: once, query, body: body(z.strictObject({ onDuty: z.boolean() })) },
      responses: { 200: json('As it is now', CrewCard), ...bad },
    }),
    tell: createRoute({
      ...{ method: 'post', path: '/{id}/positions', tags, middleware: toTell },
      summary: 'Where the crew was, of a crew on duty; 204 when it is on disk',
      request: { params, query, body: body(z.strictObject({ positions: z.array(Position).min(1).max(500) })) },
      responses: { 204: { description: 'Taken' }, ...bad },
    }),
    track: createRoute({
      ...{ method: 'get', path: '/{id}/positions', tags, middleware: toFollow },
      summary: 'Where the crew went, oldest first',
      request: {
        params,
        query: z.strictObject({
          from: instantParameter('At or after'),
          to: instantParameter('Before'),
          limit: countParameter(10_000, 5_000),
        }),
      },
      responses: { 200: json('The track', z.object({ positions: z.array(Position) })), ...bad },
    }),
  }
}
