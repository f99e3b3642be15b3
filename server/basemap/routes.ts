import { createRoute, z } from '@hono/zod-openapi'
import { allow, type Gate } from '../http/acting.ts'
import { answerTile } from '../http/answer-tile.ts'
import { bytes, json, refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { originOf } from '../http/origin-of.ts'
import { Refusal } from '../http/refusals.ts'
import { MvtAddress, PngAddress, readTile } from '../http/tile-address.ts'
import { TileJson } from '../http/tile-json.ts'
import type { Archives } from './archives.ts'
import type { TileArchive } from './open-archive.ts'

export interface BasemapNeeds {
  gate: Gate
  archives: Archives
  publicUrl: string | undefined
}

const MVT = 'application/vnd.mapbox-vector-tile'
const tags = ['Base map']

const describe = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/basemap.json',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'TileJSON of the base map',
    request: { query: z.strictObject({}) },
    responses: { 200: json('TileJSON 3.0.0', TileJson), ...refusals(400, 401, 403, 404) },
  })

const basemapTile = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/basemap/{z}/{x}/{y.mvt}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'A vector tile of the base map',
    request: { params: MvtAddress, query: z.strictObject({}) },
    responses: {
      200: bytes('The tile, with an ETag', MVT),
      204: { description: 'Nothing there' },
      304: { description: 'Unchanged' },
      ...refusals(400, 401, 403, 404),
    },
  })

const reliefTile = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/relief/{z}/{x}/{y.png}',
    tags,
    middleware: [allow(gate, 'read', 'map')] as const,
    summary: 'Heights in metres above sea as terrain-RGB',
    request: { params: PngAddress, query: z.strictObject({}) },
    responses: {
      200: bytes('256 × 256 pixels, height = −10000 + (R·65536 + G·256 + B) / 10', 'image/png'),
      204: { description: 'Nothing there' },
      304: { description: 'Unchanged' },
      ...refusals(400, 401, 403, 404),
    },
  })

const needed = (archive: TileArchive | undefined, noun: string, words: string): TileArchive => {
  if (!archive) throw new Refusal(404, `no-${noun}`, words)
  return archive
}
const NO_BASEMAP = 'There is no base map; put a PMTiles file at DATA_DIR/basemap.pmtiles or name one as BASEMAP.'
const NO_RELIEF = 'There is no relief; put a PMTiles file of terrain-RGB at DATA_DIR/relief.pmtiles.'

export const basemapRoutes = ({ gate, archives, publicUrl }: BasemapNeeds) =>
  newRoutes()
    .openapi(describe(gate), async (c) => {
      const { info } = needed(await archives.basemap(), 'basemap', NO_BASEMAP)
      return c.json(
        {
          tilejson: '3.0.0' as const,
          name: 'basemap',
          scheme: 'xyz' as const,
          tiles: [`${originOf(c, publicUrl)}/tiles/basemap/{z}/{x}/{y}.mvt`],
          minzoom: info.minZoom,
          maxzoom: info.maxZoom,
          bounds: info.bounds,
          attribution: info.attribution,
          vector_layers: info.vectorLayers,
        },
        200,
      )
    })
    .openapi(basemapTile(gate), async (c) => {
      const [zoom, x, y] = readTile(c.req.valid('param'))
      const archive = needed(await archives.basemap(), 'basemap', NO_BASEMAP)
      return answerTile(c, await archive.tile(zoom, x, y), MVT)
    })
    .openapi(reliefTile(gate), async (c) => {
      const [zoom, x, y] = readTile(c.req.valid('param'))
      const archive = needed(await archives.relief(), 'relief', NO_RELIEF)
      return answerTile(c, await archive.tile(zoom, x, y), 'image/png')
    })
