import type { CityPicture } from '../city/city-picture.ts'
import type { LayerMemory } from '../city/layer-memory.ts'

/** Every layer with what is in it, in the order of the catalogue. */
export const layersOf = (picture: CityPicture): LayerMemory[] =>
  picture.layers().flatMap(({ id }) => picture.layer(id) ?? [])
