import { createRoute, z } from '@hono/zod-openapi'
import { Vehicle, Way } from '../contract/travel.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { LngLatParameter } from '../http/parameters.ts'
import type { CityRoads } from './city-roads.ts'

export interface RoadNeeds {
  gate: Gate
  roads: CityRoads
}

const way = ({ gate }: RoadNeeds) =>
  createRoute({
    method: 'get',
    path: '/way',
    tags: ['Roads'],
    summary: 'The quickest way along the roads from one place to another; null where no road leads there',
    middleware: [allow(gate, 'read', 'map')] as const,
    request: {
      query: z.strictObject({ from: LngLatParameter, to: LngLatParameter, vehicle: Vehicle.default('car') }),
    },
    responses: {
      200: json('The way', z.object({ way: named('Way', Way).nullable() })),
      ...refusals(400, 401, 403, 503),
    },
  })

/** The city's roads, driven. */
export const roadRoutes = (needs: RoadNeeds) =>
  newRoutes().openapi(way(needs), (c) => {
    const { from, to, vehicle } = c.req.valid('query')
    return c.json({ way: needs.roads.way([from, to], vehicle) ?? null }, 200)
  })
