import { createRoute, z } from '@hono/zod-openapi'
import type { Archives } from '../basemap/archives.ts'
import type { CityMemory } from '../city/city.ts'
import { City } from '../contract/city.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import type { Store } from '../store/store.ts'
import { describePicture } from './describe-picture.ts'

export interface AreaNeeds {
  area: string
  codes: CodeRegistry
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  archives: Archives
  mapApproval: string | undefined
}

const city = createRoute({
  method: 'get',
  path: '/',
  tags: ['City'],
  summary: 'The city that this server shows, and what its picture is of',
  request: { query: z.strictObject({}) },
  responses: { 200: json('The city', named('City', City)), ...refusals(400, 503) },
})

export const areaRoutes = (needs: AreaNeeds) =>
  newRoutes().openapi(city, async (c) => c.json(await describePicture(needs), 200))
