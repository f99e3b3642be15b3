import type { Layer } from '../contract/layer.ts'
import type { LayerMemory } from './layer-memory.ts'

/** All things of a city as of one row of the log, to be read. */
export interface CityPicture {
  /** Last log row that is in the picture. */
  readonly seq: number
  layers(): Layer[]
  layer(id: string): LayerMemory | undefined
}
