import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { AuditChange, AuditPage, ChainCheck } from '../contract/audit.ts'
import { Entity } from '../contract/log.ts'
import { actorOf, allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { checkRange, IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter, instantParameter } from '../http/parameters.ts'
import { notHere } from '../http/refusals.ts'
import type { Store } from '../store/store.ts'
import { ChainChecks, type ChainNeeds } from './chain-checks.ts'
import { listAudit } from './list-audit.ts'
import { readChange } from './read-change.ts'

export interface AuditNeeds extends ChainNeeds {
  gate: Gate
  store: Pick<Store, 'db' | 'head' | 'verify'>
}

const tags = ['Audit']
/** So long a look through the chain is waited for; then it is asked about again. */
const WAIT_MS = 3_000
const Seq = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: 'give the number of a row, 1 or more' })
  .transform(Number)

function declareRoutes(gate: Gate) {
  const middleware: [MiddlewareHandler] = [allow(gate, 'read', 'audit')]
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, middleware, summary: 'Who did what, the newest first' },
      request: {
        query: z.strictObject({
          entity: Entity.optional().openapi({ description: 'What the row is about' }),
          entityId: IdParameter.optional(),
          actor: IdParameter.optional().openapi({ description: '`person:…`, `system:…`' }),
          kind: IdParameter.optional().openapi({ example: 'complainant-revealed' }),
          from: instantParameter('At or after').optional(),
          to: instantParameter('Before').optional(),
          limit: countParameter(200, 50),
          cursor: Seq.optional().openapi({ description: '`next` of the page before' }),
        }),
      },
      responses: { 200: json('A page', named('AuditPage', AuditPage)), ...refusals(400, 401, 403, 503) },
    }),
    check: createRoute({
      ...{ method: 'get', path: '/check', tags, middleware },
      summary: 'Whether every row of the log is as it was written; ask again while it runs',
      request: {
        query: z.strictObject({ since: instantParameter('A look begun then or later will do').optional() }),
      },
      responses: { 200: json('How it stands', named('ChainCheck', ChainCheck)), ...refusals(400, 401, 403, 503) },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{seq}', tags, middleware, summary: 'One row, with what it changed' },
      request: { params: z.object({ seq: Seq }), query: z.strictObject({}) },
      responses: { 200: json('The row', named('AuditChange', AuditChange)), ...refusals(400, 401, 403, 404, 503) },
    }),
  }
}

/** The log, looked over: by those alone who set nothing up. */
export function auditRoutes(needs: AuditNeeds) {
  const { area, store } = needs
  const { list, check, one } = declareRoutes(needs.gate)
  const checks = new ChainChecks(needs)
  return newRoutes()
    .openapi(list, async (c) => {
      const { cursor: before, ...query } = c.req.valid('query')
      checkRange(query.from, query.to)
      return c.json(await listAudit(store.db, area, actorOf(c).scope, { ...query, before }), 200)
    })
    .openapi(check, async (c) => c.json(await checks.look(c.req.valid('query').since, WAIT_MS), 200))
    .openapi(one, async (c) => {
      const { seq } = c.req.valid('param')
      const found = await readChange(store.db, area, actorOf(c).scope, seq)
      if (!found) throw notHere('log row', String(seq))
      return c.json(found, 200)
    })
}
