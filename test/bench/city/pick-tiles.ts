import type { LayerMemory } from '../../../server/city/layer-memory.ts'
import { dice } from './made-district.ts'

export interface PickedTile {
  z: number
  x: number
  y: number
  path: string
}

/** One of so many things stands for the places where there is something. */
const SAMPLE = 40

/** Degrees that a place is moved at most, so that a crowded tile is not drawn much more often than its neighbour. */
const ASIDE = 0.01

/** Random tiles with something in them, the zooms taking turns. The same number for the same city gives the same tiles. */
export function pickTiles(layer: LayerMemory, zooms: readonly number[], count: number): PickedTile[] {
  const random = dice(600)
  const places: number[][] = []
  let at = 0
  for (const { geometry } of layer.all())
    if (at++ % SAMPLE === 0 && geometry.type === 'Point') places.push(geometry.coordinates)
  const tiles: PickedTile[] = []
  while (tiles.length < count) {
    const z = zooms[tiles.length % zooms.length] ?? 0
    const [lng = 0, lat = 0] = (places[Math.floor(random() * places.length)] ?? []).map(
      (one) => one + (random() - 0.5) * 2 * ASIDE,
    )
    const [x, y] = tileAt(z, lng, lat)
    if (layer.tile(z, x, y)) tiles.push(tileOf(layer, z, x, y))
  }
  return tiles
}

/** Every tile of a zoom that has something in it. */
export function tilesOfZoom(layer: LayerMemory, z: number): PickedTile[] {
  const [west, south, east, north] = layer.bounds() ?? [0, 0, 0, 0]
  const [left, top] = tileAt(z, west, north)
  const [right, bottom] = tileAt(z, east, south)
  const tiles: PickedTile[] = []
  for (let x = left; x <= right; x++)
    for (let y = top; y <= bottom; y++) if (layer.tile(z, x, y)) tiles.push(tileOf(layer, z, x, y))
  return tiles
}

const tileOf = ({ definition }: LayerMemory, z: number, x: number, y: number): PickedTile => ({
  ...{ z, x, y },
  path: `/tiles/${definition.id}/${z}/${x}/${y}.mvt`,
})

const tileAt = (z: number, lng: number, lat: number): [number, number] => [
  Math.floor(((lng + 180) / 360) * 2 ** z),
  Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z),
]
