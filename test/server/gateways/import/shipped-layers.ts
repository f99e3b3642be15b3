import { loadCatalogue } from '../../../../server/catalogue/load-catalogue.ts'
import { loadRules } from '../../../../server/catalogue/load-rules.ts'
import { loadCodes } from '../../../../server/codes/load-codes.ts'
import { registryOf } from '../../../../server/contract/code-registry.ts'
import type { Layer } from '../../../../server/contract/layer.ts'

/** The layers of data/catalogue by id. */
export async function shippedLayers(): Promise<Map<string, Layer>> {
  const layers = await loadCatalogue(
    'data/catalogue',
    registryOf(await loadCodes('data/codes')),
    await loadRules('data/rules'),
  )
  return new Map(layers.map((layer) => [layer.id, layer]))
}
