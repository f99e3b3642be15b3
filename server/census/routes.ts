import { createRoute, z } from '@hono/zod-openapi'
import { TooManyPasts } from '../city/keep-pasts.ts'
import { CensusQuality } from '../contract/census.ts'
import { TrustMap, TrustSummary } from '../contract/trust.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { askingOf } from '../http/ask-book.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { BboxParameter, countParameter } from '../http/parameters.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { type CensusNeeds, censusQuality, MOST_TOLD } from './census-book.ts'
import { mapTrust, sumUpTrust } from './map-trust.ts'

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

const trust = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/trust', tags: ['Census'] },
    summary: '数据可信度: the things of every layer by class of position, age and source',
    middleware: [allow(gate, 'read', 'census')] as const,
    request: { query: z.strictObject({}) },
    responses: { 200: json('By layer', named('TrustSummary', TrustSummary)), ...refusals(400, 401, 403, 503) },
  })

const trustOfLayer = (gate: Gate) =>
  createRoute({
    ...{ method: 'get', path: '/trust/{layer}', tags: ['Census'] },
    summary: 'The things of a layer in a box by class of position and age; in squares where there are many',
    middleware: [allow(gate, 'read', 'census')] as const,
    request: { params: z.object({ layer: z.string().min(1).max(60) }), query: z.strictObject({ bbox: BboxParameter }) },
    responses: { 200: json('GeoJSON', named('TrustMap', TrustMap)), ...refusals(400, 401, 403, 404, 503) },
  })

/** How well the things were taken down. */
export const censusRoutes = (needs: CensusNeeds & { gate: Gate }) =>
  newRoutes()
    .openapi(quality(needs.gate), async (c) => {
      const { limit } = c.req.valid('query')
      const { faults, ...told } = await censusQuality(needs, askingOf(c)).catch(sayBusy)
      const kinds = new Map<string, number>()
      const first = faults.filter(({ kind }) => {
        const count = (kinds.get(kind) ?? 0) + 1
        kinds.set(kind, count)
        return count <= limit
      })
      return c.json({ ...told, faults: first }, 200)
    })
    .openapi(trust(needs.gate), async (c) => c.json(await sumUpTrust(needs, c.req.raw.signal), 200))
    .openapi(trustOfLayer(needs.gate), async (c) => {
      const { layer: id } = c.req.valid('param')
      const layer = needs.memory.layer(id)
      if (!layer) throw notHere('layer', id)
      const { bbox } = c.req.valid('query')
      return c.json(await mapTrust(layer, bbox, { now: needs.now, signal: c.req.raw.signal }), 200)
    })

function sayBusy(error: unknown): never {
  if (error instanceof TooManyPasts)
    throw new Refusal(503, 'busy', 'Past moments of the city are being read; try again in a moment.')
  throw error
}
