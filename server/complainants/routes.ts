import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { caseById } from '../cases/case-store.ts'
import type { Case } from '../contract/case.ts'
import { Complainant, MaskedReport, RevealReason, sightOf } from '../contract/complainant.ts'
import { isInScope } from '../contract/scope.ts'
import { actorOf, allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import type { Keys } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import { maskedOf } from './masked-of.ts'
import { revealComplainant } from './reveal-complainant.ts'

export interface ComplainantNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  keys: Keys
  gate: Gate
  publicUrl: string | undefined
  now: () => Date
}

const tags = ['Complainants']

function declareRoutes({ gate, publicUrl }: ComplainantNeeds) {
  return {
    masked: createRoute({
      ...{ method: 'get', path: '/{id}/complainants', tags, summary: 'Who reported a case, masked' },
      middleware: [allow(gate, 'read', 'case')] as const,
      request: { params: z.object({ id: IdParameter }), query: z.strictObject({}) },
      responses: {
        200: json('Every report', z.object({ reports: z.array(named('MaskedReport', MaskedReport)) })),
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
    reveal: createRoute({
      ...{ method: 'post', path: '/{id}/complainants/{reportId}/reveal', tags },
      summary: 'Read who reported, in clear; that you did is written down with your reason',
      middleware: [ownOriginOnly({ publicUrl }), allow(gate, 'read', 'complainant')] as const,
      request: {
        params: z.object({ id: IdParameter, reportId: IdParameter }),
        query: z.strictObject({}),
        body: {
          required: true,
          content: { 'application/json': { schema: z.strictObject({ reason: RevealReason }) } },
        },
      },
      responses: {
        200: json('In clear', named('Complainant', Complainant)),
        ...refusals(400, 401, 403, 404, 413, 415, 503),
      },
    }),
  }
}

/** Who reported a case: masked for its posts, in clear for those who call back, nothing for those it is about. */
export function complainantRoutes(needs: ComplainantNeeds) {
  const { area, store, keys } = needs
  const { masked, reveal } = declareRoutes(needs)
  const seenCase = async (c: Context, id: string): Promise<Case> => {
    const actor = actorOf(c)
    const found = await caseById(store.db, area, id)
    if (!found || !isInScope(actor.scope, found)) throw notHere('case', id)
    if (sightOf(actor, found) === 'none')
      throw new Refusal(403, 'complainant-hidden', 'Who reported is not shown to you.')
    return found
  }
  return newRoutes()
    .openapi(masked, async (c) => {
      const found = await seenCase(c, c.req.valid('param').id)
      c.header('Cache-Control', 'no-store')
      return c.json({ reports: await maskedOf(store.db, keys, area, found) }, 200)
    })
    .openapi(reveal, async (c) => {
      const { id, reportId } = c.req.valid('param')
      const found = await seenCase(c, id)
      if (!found.reports.some((report) => report.id === reportId)) throw notHere('report', reportId)
      const { reason } = c.req.valid('json')
      const complainant = await revealComplainant({ caseId: id, reportId, reason }, actorOf(c).id, needs)
      if (!complainant) throw notHere('complainant', reportId)
      c.header('Cache-Control', 'no-store')
      return c.json(complainant, 200)
    })
}
