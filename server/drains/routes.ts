import { createRoute, z } from '@hono/zod-openapi'
import { CleanFirst, Dredging } from '../contract/drain.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { askingOf } from '../http/ask-book.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { cleanFirst, type DrainNeeds, dredging } from './gather-drains.ts'

const tags = ['Drains']
const rainMm = z.coerce
  .number({ error: 'give millimetres from 1 to 1000' })
  .min(1, { error: 'give millimetres from 1 to 1000' })
  .max(1_000, { error: 'give millimetres from 1 to 1000' })
  .default(50)
  .openapi({ description: 'Millimetres of the rain that is feared; 50, a rainstorm (暴雨), when absent' })
const limit = countParameter(5_000, 500)

const declare = (gate: Gate) => ({
  dredging: createRoute({
    ...{ method: 'get', path: '/dredging', tags, summary: 'When drains have to be dredged, and which are overdue' },
    middleware: [allow(gate, 'read', 'upkeep')] as const,
    request: { query: z.strictObject({ limit }) },
    responses: { 200: json('The latest first', named('Dredging', Dredging)), ...refusals(400, 401, 403, 503) },
  }),
  cleanFirst: createRoute({
    ...{ method: 'get', path: '/clean-first', tags, summary: '汛前清掏次序: which inlets to clean ahead of the rain' },
    description:
      'By the relief of the base map, of some 32 m a cell: hollows of a street are seen in it, gutters are not.',
    middleware: [allow(gate, 'read', 'upkeep')] as const,
    request: { query: z.strictObject({ rainMm, limit }) },
    responses: {
      200: json('The first to clean first', named('CleanFirst', CleanFirst)),
      ...refusals(400, 401, 403, 503),
    },
  }),
})

/** Drains: their dredging, and what to clean ahead of the flood season. */
export function drainRoutes(needs: DrainNeeds & { gate: Gate }) {
  const routes = declare(needs.gate)
  return newRoutes()
    .openapi(routes.dredging, async (c) =>
      c.json(await dredging({ ...c.req.valid('query'), asking: askingOf(c) }, needs), 200),
    )
    .openapi(routes.cleanFirst, async (c) =>
      c.json(await cleanFirst({ ...c.req.valid('query'), asking: askingOf(c) }, needs), 200),
    )
}
