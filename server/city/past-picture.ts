import type { Layer } from '../contract/layer.ts'
import type { CityPicture } from './city-picture.ts'
import type { LayerMemory } from './layer-memory.ts'
import type { PastLayer } from './past-layer.ts'

/** A city as it stood when its log ended at `seq`. */
export class PastPicture implements CityPicture {
  readonly seq: number
  readonly #layers: Map<string, PastLayer>

  constructor(seq: number, layers: readonly PastLayer[]) {
    this.seq = seq
    this.#layers = new Map(layers.map((layer) => [layer.definition.id, layer]))
  }

  layers(): Layer[] {
    return this.open().map(({ definition }) => definition)
  }

  layer(id: string): LayerMemory | undefined {
    return this.#layers.get(id)
  }

  /** In the order of the catalogue. */
  open(): PastLayer[] {
    return [...this.#layers.values()]
  }
}
