import { createRoute, z } from '@hono/zod-openapi'
import { Replacement } from '../contract/replacement.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { askingOf } from '../http/ask-book.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { unknownLayer } from '../http/refusals.ts'
import { listOld, type OldNeeds } from './gather-old.ts'

const list = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/', tags: ['Replacement'], summary: 'What to replace first, by faults, age and cost' },
    middleware: [allow(gate, 'read', 'upkeep')] as const,
    request: {
      query: z.strictObject({
        layer: z.string().max(40).optional().openapi({ description: 'One layer; all that the rules name when absent' }),
        limit: countParameter(5_000, 200),
      }),
    },
    responses: {
      200: json('The first to replace first', named('Replacement', Replacement)),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

/** Age and faults: what is worth replacing. */
export const replacementRoutes = (needs: OldNeeds & { gate: Gate }) =>
  newRoutes().openapi(list(needs.gate), async (c) => {
    const { layer, limit } = c.req.valid('query')
    const layers = needs.rules.layers.map((rule) => rule.layer).filter((id) => layer === undefined || id === layer)
    if (layer !== undefined && layers.length === 0) throw unknownLayer(layer)
    return c.json(await listOld({ layers, limit, asking: askingOf(c) }, needs), 200)
  })
