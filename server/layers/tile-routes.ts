import { createRoute, z } from '@hono/zod-openapi'
import type { CityMemory } from '../city/city.ts'
import { answerTile } from '../http/answer-tile.ts'
import { bytes, json, refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { originOf } from '../http/origin-of.ts'
import { readFilter } from '../http/read-filter.ts'
import { unknownLayer } from '../http/refusals.ts'
import { MvtAddress, readTile } from '../http/tile-address.ts'
import { TileJson } from '../http/tile-json.ts'
import { tileJsonOf } from './tile-json-of.ts'

export interface TileNeeds {
  memory: CityMemory
  publicUrl: string | undefined
}

const MVT = 'application/vnd.mapbox-vector-tile'
const tags = ['Tiles']
const Filters = z.object({ status: z.string().optional() }).catchall(z.string())
const FILTER_WORDS = 'Also `status` and the fields that tiles carry, each a comma list of values.'

const describe = createRoute({
  method: 'get',
  path: '/{layer.json}',
  tags,
  summary: 'TileJSON of a layer',
  request: { params: z.object({ 'layer.json': z.string() }), query: Filters },
  description: `${FILTER_WORDS} They are handed on to the tile addresses.`,
  responses: { 200: json('TileJSON 3.0.0', TileJson), ...refusals(400, 404, 503) },
})

const tile = createRoute({
  method: 'get',
  path: '/{layer}/{z}/{x}/{y.mvt}',
  tags,
  summary: 'A vector tile: single things from the detail zoom on, clusters with their worst state below it',
  description: FILTER_WORDS,
  request: { params: MvtAddress.extend({ layer: z.string() }), query: Filters },
  responses: {
    200: bytes('The tile, with an ETag', MVT),
    204: { description: 'Nothing there' },
    304: { description: 'Unchanged' },
    ...refusals(400, 404, 503),
  },
})

export const tileRoutes = ({ memory, publicUrl }: TileNeeds) =>
  newRoutes()
    .openapi(describe, (c) => {
      const file = c.req.valid('param')['layer.json']
      const layer = file.endsWith('.json') ? memory.layer(file.slice(0, -'.json'.length)) : undefined
      if (!layer) throw unknownLayer(file.replace(/\.json$/, ''))
      readFilter(layer.definition, c.req.valid('query'), 'inTile')
      const query = new URL(c.req.url).search
      return c.json(tileJsonOf(layer.definition, layer.bounds(), `${originOf(c, publicUrl)}/tiles`, query), 200)
    })
    .openapi(tile, (c) => {
      const params = c.req.valid('param')
      const [zoom, x, y] = readTile(params)
      const layer = memory.layer(params.layer)
      if (!layer) throw unknownLayer(params.layer)
      const filter = readFilter(layer.definition, c.req.valid('query'), 'inTile')
      const found = layer.tile(zoom, x, y, filter)
      return answerTile(c, found && { etag: found.etag, plain: () => found.body, packed: () => found.gzip }, MVT)
    })
