import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { AssetPatch, NewAsset, Reason } from '../contract/asset-write.ts'
import type { Actor } from '../contract/role.ts'
import { allowOr, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { writeKeyCheck } from '../http/write-key-check.ts'
import { AssetCard } from './asset-card.ts'

const headers = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const seenHeaders = headers.extend({ 'if-match': IfMatchHeader })
const params = z.object({ id: IdParameter })
const query = z.strictObject({})
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

const logHeaders = {
  'Log-Seq': z.string().openapi({ description: 'The log row of it; another node is asked with it as Wait-For-Seq' }),
  'Picture-Seq': z
    .string()
    .optional()
    .openapi({ description: 'Only where the picture of this node is still behind the write: the row it is at' }),
  'Idempotency-Replayed': z.string().optional().openapi({ description: '`true`: it was done before, under this key' }),
}
const stateHeaders = z.object({ ETag: z.string(), ...logHeaders })

export interface WriteGate {
  gate: Gate
  writeKey: string | undefined
  publicUrl: string | undefined
}

/** Who has the key, in the log. */
const MACHINE: Actor = {
  ...{ id: 'system:write-key', name: 'WRITE_KEY', roles: [] },
  scope: { areas: ['000000'], contractor: null, crewId: null },
}

/** The addresses at which single things are changed, what they take and how they refuse. */
export function declareWriteRoutes({ gate, writeKey, publicUrl }: WriteGate) {
  const right = { deed: 'write', subject: 'asset' } as const
  const middleware: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allowOr(gate, right, { machine: MACHINE, checkKey: writeKeyCheck(writeKey) }),
  ]
  const security: { writeKey: string[] }[] = [{ writeKey: [] }]
  const route = { tags: ['Assets'], security, middleware }
  return {
    add: createRoute({
      ...{ ...route, method: 'post', path: '/', summary: 'Put a new thing into its layer' },
      request: { headers, query, body: body(named('NewAsset', NewAsset)) },
      responses: {
        201: {
          ...json('It stands, and every answer of this node has it from now on', AssetCard),
          headers: stateHeaders.extend({ Location: z.string() }),
        },
        ...refusals(400, 401, 403, 409, 413, 415, 422, 503),
      },
    }),
    change: createRoute({
      ...{ ...route, method: 'patch', path: '/{id}', summary: 'Change a thing: its name, status, place or fields' },
      request: { headers: seenHeaders, params, query, body: body(named('AssetPatch', AssetPatch)) },
      responses: {
        200: { ...json('As it is now, in every answer of this node', AssetCard), headers: stateHeaders },
        ...refusals(400, 401, 403, 404, 412, 413, 415, 422, 428, 503),
      },
    }),
    remove: createRoute({
      ...{ ...route, method: 'delete', path: '/{id}', summary: 'Remove a thing; its history stays' },
      // In the query: the body of a DELETE means nothing to HTTP, and proxies drop it (RFC 9110, 9.3.5).
      request: { headers: seenHeaders, params, query: z.strictObject({ reason: Reason }) },
      responses: {
        204: { description: 'It is gone from every answer of this node', headers: z.object(logHeaders) },
        ...refusals(400, 401, 403, 404, 412, 422, 428, 503),
      },
    }),
  }
}
