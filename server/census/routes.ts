import { createRoute, z } from '@hono/zod-openapi'
import { TooManyPasts } from '../city/keep-pasts.ts'
import { CensusProgress, CensusQuality } from '../contract/census.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { countParameter } from '../http/parameters.ts'
import { Refusal } from '../http/refusals.ts'
import { type CensusNeeds, censusProgress, censusQuality, MOST_TOLD } from './census-book.ts'

const quality = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/quality', tags: ['Census'] },
    summary:
      '普查质量: what was written down twice, stands in no grid, lacks a field or carries the code of another area',
    description: 'Looked over anew once a minute at most; `asOf` tells when. It ends when whoever asked goes away.',
    middleware: [allow(gate, 'read', 'census')] as const,
    request: { query: z.strictObject({ limit: countParameter(MOST_TOLD, 500) }) },
    responses: {
      200: json('All are counted, `limit` of each kind told', named('CensusQuality', CensusQuality)),
      ...refusals(400, 401, 403, 503),
    },
  })

const progress = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/progress', tags: ['Census'], summary: 'How far the look over the census is' },
    middleware: [allow(gate, 'read', 'census')] as const,
    request: { query: z.strictObject({}) },
    responses: {
      200: json('Null when none is going on', z.object({ progress: named('CensusProgress', CensusProgress) })),
      ...refusals(400, 401, 403, 503),
    },
  })

/** How well the things were taken down. */
export const censusRoutes = (needs: CensusNeeds & { gate: Gate }) =>
  newRoutes()
    .openapi(progress(needs.gate), (c) => c.json({ progress: censusProgress(needs) }, 200))
    .openapi(quality(needs.gate), async (c) => {
      const { limit } = c.req.valid('query')
      const { faults, ...told } = await censusQuality(needs, c.req.raw.signal).catch(sayBusy)
      const kinds = new Map<string, number>()
      const first = faults.filter(({ kind }) => {
        const count = (kinds.get(kind) ?? 0) + 1
        kinds.set(kind, count)
        return count <= limit
      })
      return c.json({ ...told, faults: first }, 200)
    })

function sayBusy(error: unknown): never {
  if (error instanceof TooManyPasts)
    throw new Refusal(503, 'busy', 'Past moments of the city are being read; try again in a moment.')
  throw error
}
