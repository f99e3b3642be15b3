import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { pino } from 'pino'
import { createApp } from '../../../server/app.ts'
import { openArchives } from '../../../server/basemap/archives.ts'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import { makeMetrics } from '../../../server/health/metrics.ts'
import { readVersion } from '../../../server/health/version.ts'
import { openSearch } from '../../../server/search/open-search.ts'
import { serve } from '../../../server/serve.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { type Ground, type GroundName, groundOf } from './ground.ts'
import { dice } from './made-district.ts'

/** The server under load, a process of its own: the real app without a tile cache and with one, and a bare Hono that answers one kept
 *  buffer as long as the tiles are on average, or under the tiles' own addresses the tiles, ready-made. */
export interface Served {
  uncached: number
  cached: number
  ceiling: number
  tiles: { path: string; etag: string; bytes: number }[]
  things: number
  loadSeconds: number
}

/** Random places where there are things, 150 at each of zoom 13 to 16. */
const TILES = 600

const dataDir = mkdtempSync(join(tmpdir(), 'gridkeeper-bench-'))
const store = await openStore({ dataDir })
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
process.on('disconnect', () => process.exit())
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.send?.(await start(await groundOf(process.argv[2] as GroundName)))

async function start(ground: Ground): Promise<Served> {
  const begun = performance.now()
  const [uncached, cached] = [await memoryOf(ground, 0), await memoryOf(ground, 2 ** 30)]
  const loadSeconds = (performance.now() - begun) / 2000
  const tiles = randomTiles(cached, ground.layer.id)
  const mean = Math.round(tiles.reduce((sum, { bytes }) => sum + bytes, 0) / tiles.length)
  const body = Buffer.alloc(mean, 1)
  const type = { 'Content-Type': 'application/vnd.mapbox-vector-tile' }
  const ready = new Map(tiles.map(({ path, body }) => [path, body]))
  const bare = new Hono()
    .get('/', (c) => c.body(body, 200, type))
    .get('/tiles/*', (c) => c.body(ready.get(c.req.path) ?? body, 200, type))
  return {
    uncached: await listen(await appOf(ground, uncached)),
    cached: await listen(await appOf(ground, cached)),
    ceiling: await listen(bare),
    tiles: tiles.map(({ path, etag, bytes }) => ({ path, etag, bytes })),
    things: cached.layer(ground.layer.id)?.count ?? 0,
    loadSeconds,
  }
}

async function memoryOf({ layer, assets }: Ground, tileCacheBytes: number): Promise<CityMemory> {
  const memory = openCity([layer], { tileCacheBytes })
  await memory.load(layer.id, assets())
  return memory
}

async function appOf({ codes }: Ground, memory: CityMemory) {
  const log = pino({ level: 'silent' })
  const archives = openArchives(dataDir, undefined)
  return createApp({
    ...{ area: '540626', memory, codes, archives, log, now: () => new Date(), webDir: dataDir },
    store,
    search: openSearch({ memory, archives, onFault: () => {} }),
    readiness: { state: 'ready' },
    metrics: makeMetrics(() => ({ seq: memory.seq, layers: [], tileCache: memory.tileCache })),
    version: readVersion(new Date().toISOString()),
    mapApproval: undefined,
    publicUrl: undefined,
  })
}

type ReadyTile = Served['tiles'][number] & { body: Uint8Array<ArrayBuffer> }

function randomTiles(memory: CityMemory, layer: string): ReadyTile[] {
  const random = dice(600)
  // Where things are, so that more tiles are asked for where there is more to see.
  const places = [...(memory.layer(layer)?.all() ?? [])].flatMap(({ geometry }, at) =>
    at % 40 === 0 && geometry.type === 'Point' ? [geometry.coordinates] : [],
  )
  const tiles: ReadyTile[] = []
  while (tiles.length < TILES) {
    const z = 13 + (tiles.length % 4)
    // A little aside, so that a crowded tile is not drawn much more often than its neighbour.
    const [lng = 0, lat = 0] = (places[Math.floor(random() * places.length)] ?? []).map(
      (one) => one + (random() - 0.5) * 0.02,
    )
    const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z)
    const x = Math.floor(((lng + 180) / 360) * 2 ** z)
    const tile = memory.layer(layer)?.tile(z, x, y)
    if (!tile) continue
    const { body, etag } = tile
    tiles.push({ path: `/tiles/${layer}/${z}/${x}/${y}.mvt`, etag, body, bytes: body.length })
  }
  return tiles
}

async function listen({ fetch }: { fetch: Parameters<typeof serve>[0] }): Promise<number> {
  return (await serve(fetch, { host: '127.0.0.1', port: 0 })).port
}
