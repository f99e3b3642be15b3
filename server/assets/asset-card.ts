import type { z } from '@hono/zod-openapi'
import { Asset } from '../contract/asset.ts'
import { type CodeRegistry, typeOf } from '../contract/code-registry.ts'
import { type Layer, Text } from '../contract/layer.ts'
import { State } from '../contract/state.ts'

/** A thing with the names of what it is. */
export const AssetCard = Asset.extend({
  state: State,
  layerName: Text,
  statusName: Text,
  /** null where the code is in no table. */
  codeName: Text.nullable(),
}).openapi('AssetCard')
export type AssetCard = z.infer<typeof AssetCard>

/** `layer`: undefined where the catalogue no longer has it. */
export function cardOf(asset: Asset, layer: Layer | undefined, codes: CodeRegistry): AssetCard {
  const status = layer?.statuses.find(({ id }) => id === asset.status)
  return {
    ...asset,
    state: status?.state ?? 'unknown',
    layerName: layer?.name ?? { zh: asset.layer, en: asset.layer },
    statusName: status?.name ?? { zh: asset.status, en: asset.status },
    codeName: typeOf(codes, 'component', asset.code)?.name ?? null,
  }
}
