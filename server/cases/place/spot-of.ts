import { metresBetween } from '../../city/distance.ts'
import type { LayerMemory } from '../../city/layer-memory.ts'
import type { LngLat } from '../../contract/geo.ts'

/** A place as cases are compared by: the thing's own where a case is about a thing that is a point, else what was reported. A road or a park is
 *  a thing too, but two cases on it may be a kilometre apart. */
export interface Spot {
  place: LngLat
  /** Id of the point. */
  thing: string | null
}

/** `layers`: those in which the thing may be, so that not all have to be asked. */
export function spotOf(
  { location, assetId }: { location: LngLat; assetId: string | null },
  layers: readonly Pick<LayerMemory, 'get'>[],
): Spot {
  if (assetId !== null)
    for (const layer of layers) {
      const geometry = layer.get(assetId)?.geometry
      if (geometry?.type === 'Point') return { place: geometry.coordinates, thing: assetId }
    }
  return { place: location, thing: null }
}

/** How far apart two spots are that may be one, undefined where they are two: other things, or too far. */
export function metresIfSame(a: Spot, b: Spot, within: number): number | undefined {
  if (a.thing !== null && b.thing !== null) return a.thing === b.thing ? 0 : undefined
  const metres = metresBetween(a.place, b.place)
  return metres <= within ? metres : undefined
}
