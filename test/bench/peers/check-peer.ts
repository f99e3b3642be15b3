import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { ServedTile } from '../tiles/serve-tiles.ts'
import type { Peer } from './peer.ts'

/** What stands within a unit of the edge of a tile may be on either side, as each rounds. */
const EDGE = 1

/** Throws when a peer's tiles do not hold the things that ours do, with the same attributes. */
export async function checkPeer(peer: Peer, ours: number, layer: string, tiles: readonly ServedTile[]): Promise<void> {
  for (const tile of tiles) {
    const [own, other] = [await read(ours, tile.path, layer), await read(peer.port, peer.pathOf(tile), layer)]
    const where = `${peer.name} at ${tile.z}/${tile.x}/${tile.y}`
    if (own.keys !== other.keys) throw new Error(`${where} has ${other.keys}, not ${own.keys}`)
    for (const id of own.inside) if (!other.all.has(id)) throw new Error(`${where} lacks ${id}`)
    for (const id of other.inside) if (!own.all.has(id)) throw new Error(`${where} has ${id}, which is not there`)
  }
}

interface Content {
  keys: string
  all: Set<unknown>
  /** Without what stands at the edge. */
  inside: Set<unknown>
}

async function read(port: number, path: string, name: string): Promise<Content> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.status !== 200 || answer.headers.get('content-type')?.startsWith('text/'))
    throw new Error(`${path} answered ${answer.status}: ${Buffer.from(bytes)}`)
  const layer = new VectorTile(new PbfReader(bytes)).layers[name]
  const content: Content = { keys: '', all: new Set(), inside: new Set() }
  for (let at = 0; layer && at < layer.length; at++) {
    const feature = layer.feature(at)
    const { id } = feature.properties
    const [{ x = 0, y = 0 } = {}] = feature.loadGeometry()[0] ?? []
    content.all.add(id)
    if (Math.min(x, y) > EDGE && Math.max(x, y) < layer.extent - EDGE) content.inside.add(id)
    if (at === 0) content.keys = Object.keys(feature.properties).sort().join(' ')
  }
  return content
}
