import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export interface ReadFeature {
  id: number | undefined
  type: number
  properties: Record<string, string | number | boolean>
  parts: [x: number, y: number][][]
}

/** Source-layers of a tile by name. */
export function readTile(body: Uint8Array | undefined): Record<string, ReadFeature[]> {
  if (!body) return {}
  const { layers } = new VectorTile(new PbfReader(body))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => {
        const feature = layer.feature(at)
        const parts = feature.loadGeometry().map((part) => part.map(({ x, y }): [number, number] => [x, y]))
        return { id: feature.id, type: feature.type, properties: feature.properties, parts }
      }),
    ]),
  )
}

/** A place in units of a tile's 4096, from the tile's corner; plain arithmetic on degrees, unlike the engine's shifts. */
export function inTile([lng, lat]: readonly [number, number], z: number, x: number, y: number): [number, number] {
  const n = 2 ** z
  const radians = (lat * Math.PI) / 180
  return [
    (((lng + 180) / 360) * n - x) * 4096,
    (((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * n - y) * 4096,
  ]
}

export const tileOf = (place: readonly [number, number], z: number): [x: number, y: number] =>
  inTile(place, z, 0, 0).map((one) => Math.floor(one / 4096)) as [number, number]
