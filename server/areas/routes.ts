import { createRoute, z } from '@hono/zod-openapi'
import type { Archives } from '../basemap/archives.ts'
import type { LoadedPlacement } from '../cases/place/load-placement.ts'
import type { CityMemory } from '../city/city.ts'
import { City } from '../contract/city.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import type { Store } from '../store/store.ts'
import { describePicture } from './describe-picture.ts'

export interface AreaNeeds {
  gate: Gate
  area: string
  codes: CodeRegistry
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  archives: Archives
  mapApproval: string | undefined
  placement: Pick<LoadedPlacement, 'responsibility'>
}

const city = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/',
    tags: ['City'],
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'The city that this server shows, and what its picture is of',
    request: { query: z.strictObject({}) },
    responses: { 200: json('The city', named('City', City)), ...refusals(400, 401, 403, 503) },
  })

export const areaRoutes = (needs: AreaNeeds) =>
  newRoutes().openapi(city(needs.gate), async (c) => c.json(await describePicture(needs), 200))
