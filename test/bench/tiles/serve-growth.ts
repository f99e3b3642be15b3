import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { groundOf } from '../city/ground.ts'
import { tilesOfZoom } from '../city/pick-tiles.ts'
import { memoryOf, serveApp } from '../city/serve-app.ts'
import { answerParent } from '../measure/answer-parent.ts'

/** Cities of several sizes and one density in one process, and of each its tiles of zoom 14 with how many things are in them. */
export type ServedSizes = { things: number; port: number; tiles: { path: string; points: number }[] }[]

const cities: ServedSizes = []
for (const size of process.argv.slice(2)) {
  const ground = await groundOf(Number(size))
  const memory = await memoryOf(ground, 0)
  const layer = memory.layer(ground.layer.id)
  if (!layer) throw new Error('no layer')
  const tiles = tilesOfZoom(layer, 14).map(({ path, z, x, y }) => {
    const tile = new VectorTile(new PbfReader(layer.tile(z, x, y)?.body ?? Buffer.alloc(0)))
    return { path, points: tile.layers[ground.layer.id]?.length ?? 0 }
  })
  cities.push({ things: layer.count, port: await serveApp(memory), tiles })
}
answerParent(cities)
