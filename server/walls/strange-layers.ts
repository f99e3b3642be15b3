import type { Layer } from '../contract/layer.ts'
import type { Scene } from '../contract/wall.ts'

/** Layers that scenes name and the catalogue does not have. */
export function strangeLayers(
  scenes: readonly Pick<Scene, 'layers'>[],
  catalogue: readonly Pick<Layer, 'id'>[],
): string[] {
  const known = new Set(catalogue.map(({ id }) => id))
  return [...new Set(scenes.flatMap(({ layers }) => layers))].filter((id) => !known.has(id))
}
