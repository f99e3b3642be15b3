import { createRoute, z } from '@hono/zod-openapi'
import type { CityMemory } from '../city/city.ts'
import { SearchAnswer } from '../contract/search.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { hitOf } from './hit-of.ts'
import type { CitySearch } from './open-search.ts'

export interface SearchNeeds {
  gate: Gate
  memory: CityMemory
  search: CitySearch
}

const find = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/',
    tags: ['Search'],
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'Things, roads and places by name, pinyin, initials, or the beginning or end of a code or own number',
    request: {
      query: z.strictObject({
        q: z.string().min(1, { error: 'give a word' }).max(100, { error: 'give at most 100 characters' }),
        limit: countParameter(50, 10),
      }),
    },
    responses: { 200: json('Best first', named('SearchAnswer', SearchAnswer)), ...refusals(400, 401, 403, 503) },
  })

export const searchRoutes = ({ gate, memory, search }: SearchNeeds) =>
  newRoutes().openapi(find(gate), (c) => {
    const { q, limit } = c.req.valid('query')
    const results = search.index.find(q, limit).flatMap((found) => hitOf(found, memory, search.places) ?? [])
    return c.json({ results, complete: search.index.complete }, 200)
  })
