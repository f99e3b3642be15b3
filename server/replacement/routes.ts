import { createRoute, z } from '@hono/zod-openapi'
import type { CityPicture } from '../city/city-picture.ts'
import { pointInside } from '../city/point-inside.ts'
import { Replacement, type ReplacementRules } from '../contract/replacement.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { unknownLayer } from '../http/refusals.ts'
import { rankOld } from '../insight/replacement/rank-old.ts'
import type { Store } from '../store/store.ts'
import { faultsByThing } from './fault-store.ts'

export interface ReplacementNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  now: () => Date
  rules: ReplacementRules
}

const MONTH_MS = 30.4375 * 86_400_000

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
export const replacementRoutes = (needs: ReplacementNeeds) =>
  newRoutes().openapi(list(needs.gate), async (c) => {
    const { layer, limit } = c.req.valid('query')
    const { area, store, memory, now, rules } = needs
    const layers = rules.layers.map((rule) => rule.layer).filter((id) => layer === undefined || id === layer)
    if (layer !== undefined && layers.length === 0) throw unknownLayer(layer)
    const faults = await faultsByThing(store.db, area, now().getTime() - rules.faultMonths * MONTH_MS)
    const things = layers.flatMap((id) =>
      [...(memory.layer(id)?.all() ?? [])].map(({ geometry, name, fields, id: thing }) => ({
        ...{ id: thing, layer: id, name, fields, location: pointInside(geometry), faults: faults.get(thing) ?? 0 },
      })),
    )
    const ranked = rankOld(things, dateOf(placeInTime(now().toISOString()).day), rules)
    const rows = ranked.rows.slice(0, limit)
    const costYuan = rows.reduce((sum, row) => sum + row.costYuan, 0)
    const total = ranked.rows.length
    return c.json({ asOf: now().toISOString(), rows, total, unknownAge: ranked.unknownAge, costYuan, rules }, 200)
  })
