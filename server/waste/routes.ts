import { createRoute, z } from '@hono/zod-openapi'
import { ManifestsTaken, NewManifests, WasteBalance } from '../contract/manifest.ts'
import { actorOf, allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { checkRange } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { instantParameter } from '../http/parameters.ts'
import { balanceWaste } from '../insight/waste/balance.ts'
import { manifestsBetween } from './manifest-store.ts'
import { type ManifestNeeds, takeManifests } from './take-manifests.ts'

const tags = ['Construction waste']
const MONTH_MS = 30 * 86_400_000
const STANDARD_TOLERANCE = 5

const declare = ({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) => ({
  take: createRoute({
    ...{ method: 'post', path: '/', tags, summary: '联单 by the load: new ones, and what became of known ones' },
    middleware: [ownOriginOnly({ publicUrl }), allow(gate, 'write', 'manifest')] as const,
    request: {
      query: z.strictObject({}),
      body: { required: true, content: { 'application/json': { schema: named('NewManifests', NewManifests) } } },
    },
    responses: {
      200: json('What became of them', named('ManifestsTaken', ManifestsTaken)),
      ...refusals(400, 401, 403, 413, 415, 503),
    },
  }),
  balance: createRoute({
    ...{ method: 'get', path: '/balance', tags, summary: 'Discharged less received, by project and day' },
    middleware: [allow(gate, 'read', 'manifest')] as const,
    request: {
      query: z.strictObject({
        from: instantParameter('Discharged at or after; 30 days back when absent').optional(),
        to: instantParameter('Before; up to now when absent').optional(),
        tolerance: z.coerce
          .number({ error: 'give percent from 0 to 100' })
          .min(0, { error: 'give percent from 0 to 100' })
          .max(100, { error: 'give percent from 0 to 100' })
          .default(STANDARD_TOLERANCE)
          .openapi({
            description: 'Percent of what was discharged that may be missing; 5, a local setting, when absent',
          }),
      }),
    },
    responses: { 200: json('The worst first', named('WasteBalance', WasteBalance)), ...refusals(400, 401, 403, 503) },
  }),
})

/** Construction waste on its way: what left a site, and what arrived. */
export function manifestRoutes(needs: ManifestNeeds & { gate: Gate; publicUrl: string | undefined }) {
  const { take, balance } = declare(needs)
  return newRoutes()
    .openapi(take, async (c) => c.json(await takeManifests(c.req.valid('json').manifests, actorOf(c).id, needs), 200))
    .openapi(balance, async (c) => {
      const { from, to = needs.now().toISOString(), tolerance } = c.req.valid('query')
      const begin = from ?? new Date(Date.parse(to) - MONTH_MS).toISOString()
      checkRange(begin, to)
      const range = { fromMs: Date.parse(begin), toMs: Date.parse(to) }
      const loads = await manifestsBetween(needs.store.db, needs.area, range)
      const balanced = balanceWaste(loads, tolerance)
      return c.json({ from: begin, to, tolerancePercent: tolerance, ...balanced, loads: loads.length }, 200)
    })
}
