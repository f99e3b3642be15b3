import { VectorTile } from '@mapbox/vector-tile'
import { Hono } from 'hono'
import { PbfReader } from 'pbf'
import { groundOf, groundOfCangshan } from '../city/ground.ts'
import { listen } from '../city/listen.ts'
import { type PickedTile, pickTiles, tilesOfZoom } from '../city/pick-tiles.ts'
import { memoryOf, serveApp } from '../city/serve-app.ts'
import { answerParent } from '../measure/answer-parent.ts'

/** The server under load: the real app without a tile cache and with one, and a bare Hono that answers one kept buffer as long as the
 *  tiles are on average, or under the tiles' own addresses the tiles, ready-made. */
export interface Served {
  uncached: number
  cached: number
  ceiling: number
  layer: string
  tiles: ServedTile[]
  things: number
  /** Processor time to read the things into memory, in seconds, their making included. */
  loadSeconds: number
}

export interface ServedTile extends PickedTile {
  etag: string
  bytes: number
  /** Whether its things carry their names: a peer's must then too, and only then. */
  named: boolean
}

const TILES = 600
const ZOOMS = [13, 14, 15, 16]

const [assets = '', city = ''] = process.argv.slice(2)
const ground = await (city === 'cangshan' ? groundOfCangshan : groundOf)(Number(assets))
const begun = process.cpuUsage()
const uncached = await memoryOf(ground, 0)
const { user, system } = process.cpuUsage(begun)
const cached = await memoryOf(ground, 2 ** 30)
const layer = cached.layer(ground.layer.id)
if (!layer) throw new Error('no layer')

const tiles = pickTiles(layer, ZOOMS, TILES).map((tile) => {
  const { body = Buffer.alloc(0), etag = '' } = layer.tile(tile.z, tile.x, tile.y) ?? {}
  const things = new VectorTile(new PbfReader(body)).layers[ground.layer.id]
  return { ...tile, etag, body, named: 'name' in (things?.feature(0).properties ?? {}) }
})
const mean = Math.round(tiles.reduce((sum, { body }) => sum + body.length, 0) / tiles.length)
const body = Buffer.alloc(mean, 1)
const type = { 'Content-Type': 'application/vnd.mapbox-vector-tile' }
const ready = new Map(tiles.map(({ path, body }) => [path, body]))
const bare = new Hono()
  .get('/', (c) => c.body(body, 200, type))
  .get('/tiles/*', (c) => c.body(ready.get(c.req.path) ?? body, 200, type))

const served: Served = {
  uncached: await serveApp(uncached),
  cached: await serveApp(cached),
  ceiling: await listen(bare),
  layer: ground.layer.id,
  tiles: tiles.map(({ body, ...tile }) => ({ ...tile, bytes: body.length })),
  things: layer.count,
  loadSeconds: (user + system) / 1e6,
}
answerParent(served, { tilesOfZoom: (z: number) => tilesOfZoom(layer, z).map(({ path }) => path) })
