import type { CityMemory } from '../city/city.ts'
import type { LayerMemory } from '../city/layer-memory.ts'

/** Every layer with what is in it, in the order of the catalogue. */
export const layersOf = (memory: CityMemory): LayerMemory[] =>
  memory.layers().flatMap(({ id }) => memory.layer(id) ?? [])
