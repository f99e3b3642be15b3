import type { LngLat } from '../../server/contract/geo.ts'
import { inTile, readTile, tileOf } from '../server/city/read-tile.ts'

export interface Cluster {
  place: LngLat
  count: number
}

/** The clusters of a layer in the tile around a place, the nearest first. */
export async function clustersNear(origin: string, layer: string, near: LngLat, zoom: number): Promise<Cluster[]> {
  const z = Math.floor(zoom)
  const [x, y] = tileOf(near, z)
  const answer = await fetch(`${origin}/tiles/${layer}/${z}/${x}/${y}.mvt`)
  const features = readTile(new Uint8Array(await answer.arrayBuffer()))[`${layer}-clusters`] ?? []
  const [nearX, nearY] = inTile(near, z, x, y)
  const found = features.map(({ properties, parts }) => {
    const [px, py] = parts[0]?.[0] ?? [0, 0]
    const away = Math.hypot(px - nearX, py - nearY)
    return { place: placeOf(x + px / 4096, y + py / 4096, z), count: Number(properties.count ?? 1), away }
  })
  return found.sort((a, b) => a.away - b.away)
}

const placeOf = (x: number, y: number, z: number): LngLat => [
  (x / 2 ** z) * 360 - 180,
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI,
]
