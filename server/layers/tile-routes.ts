import { createRoute, z } from '@hono/zod-openapi'
import { allow, type Gate } from '../http/acting.ts'
import { answerTile } from '../http/answer-tile.ts'
import { bytes, json, refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { originOf } from '../http/origin-of.ts'
import { AtParameter } from '../http/parameters.ts'
import { readFilter } from '../http/read-filter.ts'
import { unknownLayer } from '../http/refusals.ts'
import { MvtAddress, readTile } from '../http/tile-address.ts'
import { TileJson } from '../http/tile-json.ts'
import { type PictureAt, type PictureNeeds, pictureFinder, SETTLED } from './picture-for-routes.ts'
import { tileJsonOf } from './tile-json-of.ts'

export interface TileNeeds extends PictureNeeds {
  gate: Gate
  publicUrl: string | undefined
}

export const MVT = 'application/vnd.mapbox-vector-tile'
const tags = ['Tiles']
const Filters = z.object({ status: z.string().optional(), at: AtParameter.optional() }).catchall(z.string())
const FILTER_WORDS = 'Also `status` and the fields that tiles carry, each a comma list of values.'

const describe = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer.json}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'TileJSON of a layer',
    request: { params: z.object({ 'layer.json': z.string() }), query: Filters },
    description: `${FILTER_WORDS} They are handed on to the tile addresses, as is the instant.`,
    responses: { 200: json('TileJSON 3.0.0', TileJson), ...refusals(400, 401, 403, 404, 503) },
  })

const tile = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}/{z}/{x}/{y.mvt}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'A vector tile: single things from the detail zoom on, clusters with their worst state below it',
    description: FILTER_WORDS,
    request: { params: MvtAddress.extend({ layer: z.string() }), query: Filters },
    responses: {
      200: bytes('The tile, with an ETag', MVT),
      204: { description: 'Nothing there' },
      304: { description: 'Unchanged' },
      ...refusals(400, 401, 403, 404, 503),
    },
  })

export const tileRoutes = ({ gate, publicUrl, ...needs }: TileNeeds) => {
  const { memory } = needs
  const pictureAt = pictureFinder(needs)
  return newRoutes()
    .openapi(describe(gate), async (c) => {
      const file = c.req.valid('param')['layer.json']
      const layer = file.endsWith('.json') ? memory.layer(file.slice(0, -'.json'.length)) : undefined
      if (!layer) throw unknownLayer(file.replace(/\.json$/, ''))
      const { at, ...filter } = c.req.valid('query')
      readFilter(layer.definition, filter, 'inTile')
      const { picture } = await pictureAt(at)
      const bounds = picture.layer(layer.definition.id)?.bounds()
      const query = new URL(c.req.url).search
      return c.json(tileJsonOf(layer.definition, bounds, `${originOf(c, publicUrl)}/tiles`, query), 200)
    })
    .openapi(tile(gate), (c) => {
      const { layer: id, ...address } = c.req.valid('param')
      const place = readTile(address)
      const layer = memory.layer(id)
      if (!layer) throw unknownLayer(id)
      const { at, ...rest } = c.req.valid('query')
      const filter = readFilter(layer.definition, rest, 'inTile')
      const answer = ({ picture, settled }: PictureAt): Promise<Response> => {
        const found = picture.layer(id)?.tile(...place, filter)
        const made = found && { etag: found.etag, plain: () => found.body, packed: () => found.gzip() }
        return answerTile(c, made, MVT, settled ? SETTLED : undefined)
      }
      return pictureAt(at).then(answer)
    })
}
