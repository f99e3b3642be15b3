import { createRoute, z } from '@hono/zod-openapi'
import type { CityPicture } from '../city/city-picture.ts'
import type { CellCount } from '../city/count-cells.ts'
import type { FeatureQuery, Features } from '../city/feature-pages.ts'
import type { LayerMemory } from '../city/layer-memory.ts'
import type { Layer } from '../contract/layer.ts'
import { State } from '../contract/state.ts'
import { allow, type Gate } from '../http/acting.ts'
import { answerDownload } from '../http/answer-download.ts'
import { json, refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { originOf } from '../http/origin-of.ts'
import { AtParameter, BboxParameter, countParameter, LngLatParameter } from '../http/parameters.ts'
import { readFilter } from '../http/read-filter.ts'
import { badParameter, unknownLayer } from '../http/refusals.ts'
import { DOWNLOAD_MIME, download } from './download.ts'
import { FeaturePage, writeFeaturePage } from './feature-page.ts'
import { LayerPicture } from './layer-picture.ts'
import { layersOf } from './layers-of.ts'
import { NearPage, nearFeature } from './near-feature.ts'
import { type PictureNeeds, pictureFinder } from './picture-for-routes.ts'

export interface LayerNeeds extends PictureNeeds {
  gate: Gate
  publicUrl: string | undefined
}

const tags = ['Layers']
const Params = z.object({ layer: z.string() })
const CellOfLayer = z
  .object({
    x: z.number().int(),
    y: z.number().int(),
    count: z.number().int(),
    byState: z.partialRecord(State, z.number().int()),
  })
  .openapi('CellOfLayer')
/** `status` and the layer's own fields come beside the named parameters; readFilter checks them. */
const FILTER_WORDS = 'Also `status` and any field of the layer, each a comma list of values.'
const GEOJSON = 'application/geo+json; charset=utf-8'
const DOWNLOAD_PAGE = 2_000
const at = AtParameter.optional()

const list = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'Every layer of the catalogue, with what is in it now',
    request: { query: z.strictObject({ at }) },
    responses: {
      200: json('The layers', z.object({ layers: z.array(LayerPicture) })),
      ...refusals(400, 401, 403, 503),
    },
  })

const one = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'One layer',
    request: { params: Params, query: z.strictObject({ at }) },
    responses: { 200: json('The layer', LayerPicture), ...refusals(400, 401, 403, 404, 503) },
  })

const features = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}/features',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'Things as GeoJSON, in pages, or the whole match as a file',
    description: FILTER_WORDS,
    request: {
      params: Params,
      query: z
        .object({
          at,
          bbox: BboxParameter.optional(),
          limit: countParameter(10_000, 1_000),
          cursor: z.string().optional().openapi({ description: '`next` of the page before' }),
          format: z.enum(['csv', 'geojson']).optional().openapi({ description: 'The whole match as a file to keep' }),
        })
        .catchall(z.string()),
    },
    responses: {
      200: {
        description: 'RFC 7946 FeatureCollection, or a file',
        content: { 'application/geo+json': { schema: FeaturePage }, 'text/csv': { schema: z.string() } },
      },
      ...refusals(400, 401, 403, 404, 503),
    },
  })

const counts = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}/counts',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'How many things there are, by status',
    description: FILTER_WORDS,
    request: { params: Params, query: z.object({ at, bbox: BboxParameter.optional() }).catchall(z.string()) },
    responses: {
      200: json('Counts', z.object({ count: z.number().int(), countByStatus: z.record(z.string(), z.number().int()) })),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

const cells = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}/cells',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'How many things stand in each cell of the quadtree',
    description: `A cell has the numbers of the tile of zoom \`level\`; cells that meet the box are counted whole, empty ones left out. ${FILTER_WORDS}`,
    request: {
      params: Params,
      query: z
        .object({
          at,
          bbox: BboxParameter.optional().openapi({ description: 'The whole layer where it is absent' }),
          level: z
            .string()
            .regex(/^(\d|1\d|2[0-2])$/, { error: 'give a whole number from 0 to 22' })
            .transform(Number)
            .openapi({ type: 'integer', minimum: 0, maximum: 22 }),
        })
        .catchall(z.string()),
    },
    responses: {
      200: json('The cells', z.object({ level: z.number().int(), cells: z.array(CellOfLayer) })),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

const nearest = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{layer}/nearest',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'The things nearest to a place, nearest first',
    request: { params: Params, query: z.strictObject({ at: LngLatParameter, k: countParameter(100, 10) }) },
    responses: {
      200: json('RFC 7946 FeatureCollection; `metres` is how far', NearPage),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

export const layerRoutes = ({ gate, publicUrl, ...needs }: LayerNeeds) => {
  const pictureAt = pictureFinder(needs)
  const layerIn = (picture: CityPicture, id: string): LayerMemory => {
    const layer = picture.layer(id)
    if (!layer) throw unknownLayer(id)
    return layer
  }
  /** An unknown layer and a bad filter are refused before a past is made. */
  const definitionOf = (id: string): Layer => layerIn(needs.memory, id).definition
  const layerAt = async ({ id }: Layer, moment: string | undefined): Promise<LayerMemory> =>
    layerIn((await pictureAt(moment)).picture, id)
  return newRoutes()
    .openapi(list(gate), async (c) => {
      const { picture } = await pictureAt(c.req.valid('query').at)
      return c.json({ layers: layersOf(picture).map(pictureOf) }, 200)
    })
    .openapi(one(gate), async (c) => {
      const definition = definitionOf(c.req.valid('param').layer)
      return c.json(pictureOf(await layerAt(definition, c.req.valid('query').at)), 200)
    })
    .openapi(features(gate), async (c) => {
      const definition = definitionOf(c.req.valid('param').layer)
      const { at: moment, bbox, limit, cursor, format, ...rest } = c.req.valid('query')
      const filter = readFilter(definition, rest)
      const layer = await layerAt(definition, moment)
      if (format) {
        const file = { name: fileName(definition, moment, format), type: DOWNLOAD_MIME[format] }
        return answerDownload(c, file, download(format, definition, pagesOf(layer, { bbox, filter })))
      }
      const page = readPage(layer, { bbox, limit, after: cursor, filter })
      const self = new URL(c.req.path + new URL(c.req.url).search, originOf(c, publicUrl))
      return c.body(writeFeaturePage(page, self), 200, {
        'Content-Type': GEOJSON,
      })
    })
    .openapi(cells(gate), async (c) => {
      const definition = definitionOf(c.req.valid('param').layer)
      const { at: moment, bbox, level, ...rest } = c.req.valid('query')
      const filter = readFilter(definition, rest)
      const layer = await layerAt(definition, moment)
      const box = bbox ?? layer.bounds()
      return c.json({ level, cells: box ? cellsOf(layer, { bbox: box, level, filter }) : [] }, 200)
    })
    .openapi(counts(gate), async (c) => {
      const definition = definitionOf(c.req.valid('param').layer)
      const { at: moment, bbox, ...rest } = c.req.valid('query')
      const filter = readFilter(definition, rest)
      const found = (await layerAt(definition, moment)).counts({ bbox, filter })
      return c.json({ count: sum(found), countByStatus: Object.fromEntries(found) }, 200)
    })
    .openapi(nearest(gate), (c) => {
      const layer = layerIn(needs.memory, c.req.valid('param').layer)
      const { at: place, k } = c.req.valid('query')
      const features = layer.nearest(place, k).flatMap(({ id, metres }) => {
        const asset = layer.get(id)
        return asset ? nearFeature(asset, metres) : []
      })
      return c.json({ type: 'FeatureCollection' as const, features }, 200)
    })
}

/** A file of a past moment says so: `bins-20260501T000000Z.csv`, ISO 8601 basic in UTC. */
const fileName = ({ id }: Layer, moment: string | undefined, format: string): string =>
  moment ? `${id}-${moment.replace(/[-:]|\.\d+/g, '')}.${format}` : `${id}.${format}`

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0)

const pictureOf = (layer: LayerMemory): LayerPicture => ({
  ...layer.definition,
  version: layer.tag,
  count: layer.count,
  countByStatus: Object.fromEntries(layer.counts({})),
  bounds: layer.bounds() ?? null,
})

/** Refuses a cursor that nobody gave out. */
function readPage(layer: LayerMemory, query: FeatureQuery): Features {
  try {
    return layer.features(query)
  } catch (error) {
    if (error instanceof RangeError) throw badParameter('cursor', '"cursor": give `next` of the page before')
    throw error
  }
}

function cellsOf(layer: LayerMemory, query: Parameters<LayerMemory['cells']>[0]): CellCount[] {
  try {
    return layer.cells(query)
  } catch (error) {
    if (error instanceof RangeError)
      throw badParameter('level', `"level": ${error.message}; ask for a smaller box or a lower level`, 'too-many-cells')
    throw error
  }
}

function* pagesOf(layer: LayerMemory, match: Pick<FeatureQuery, 'bbox' | 'filter'>) {
  for (let after: string | undefined; ; ) {
    const page = layer.features({ ...match, limit: DOWNLOAD_PAGE, after })
    yield page
    if (page.next === undefined) return
    after = page.next
  }
}
