import type { FieldValue } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import type { Tx } from '../store/store.ts'
import { AssetRefused } from './asset-refused.ts'
import { assetsById } from './asset-store.ts'

/** Throws AssetRefused when a field that is to be set names a thing that is not in the layer it should be in. */
export async function checkReferences(tx: Tx, { fields }: Layer, given: Record<string, FieldValue>): Promise<void> {
  const references = fields.flatMap(({ key, type, layer }) => {
    const id = given[key]
    return type === 'reference' && typeof id === 'string' ? [{ key, layer, id }] : []
  })
  if (references.length === 0) return
  const things = await assetsById(
    tx.db,
    tx.city,
    references.map(({ id }) => id),
  )
  for (const { key, layer, id } of references) {
    if (things.get(id)?.layer === layer) continue
    const message = `"fields.${key}": there is no "${id.slice(0, 60)}" in ${layer}`
    throw new AssetRefused('bad', 'unknown-reference', message, { at: `fields.${key}` })
  }
}
