import type { LayerMemory } from '../../../server/city/layer-memory.ts'
import type { Bbox } from '../../../server/contract/geo.ts'
import { dice } from '../city/made-district.ts'

const BOXES = 8
const [HALVINGS, WIDEST] = [16, 1]

/** Squares around random things, each with so many things in it or a few more. */
export function boxesOf(layer: LayerMemory, size: number): Bbox[] {
  const random = dice(8)
  const places: [number, number][] = []
  let at = 0
  for (const { geometry } of layer.all())
    if (at++ % 100 === 0 && geometry.type === 'Point') places.push(geometry.coordinates)
  return Array.from({ length: BOXES }, () => {
    const [lng, lat] = places[Math.floor(random() * places.length)] ?? [0, 0]
    return boxAround(layer, lng, lat, size)
  })
}

/** The smallest square of degrees around a place that holds so many things, by halving. */
function boxAround(layer: LayerMemory, lng: number, lat: number, size: number): Bbox {
  const box = (half: number): Bbox => [lng - half, lat - half, lng + half, lat + half].map(rounded) as Bbox
  let [few, enough] = [0, WIDEST]
  for (let step = 0; step < HALVINGS; step++) {
    const half = (few + enough) / 2
    if (layer.features({ bbox: box(half), limit: 1 }).matched >= size) enough = half
    else few = half
  }
  return box(enough)
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
