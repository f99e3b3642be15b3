import type { NewAsset } from '../contract/asset-write.ts'
import type { Tx } from '../store/store.ts'
import { AssetRefused } from './asset-refused.ts'
import { highestSequence, seenAsset } from './asset-store.ts'
import { checkReferences } from './check-references.ts'
import { checkNewAsset, newAsset } from './decide-new-asset.ts'
import { idOf } from './fault-of-id.ts'
import { type Outcome, runWrite, type WriteNeeds, type Writer } from './run-write.ts'
import { writeNewAsset } from './write-assets.ts'

const LAST_SEQUENCE = 999_999

/** Puts a new thing into its layer, under the id it is given or the next free code of its type. Throws AssetRefused, KeyReused. */
export async function addAsset(
  given: NewAsset,
  writer: Writer,
  needs: WriteNeeds,
): Promise<Outcome & { again: boolean }> {
  const layer = needs.layerOf(given.layer)
  if (!layer) {
    const said = given.layer.slice(0, 60)
    throw new AssetRefused('bad', 'unknown-layer', `There is no layer "${said}"; GET /api/layers lists them.`, {
      at: 'layer',
    })
  }
  const code = checkNewAsset(given, { ...needs, layer })
  return runWrite(needs, writer, async (tx) => {
    await checkReferences(tx, layer, given.fields)
    const id = given.id ?? (await mintId(tx, code))
    const standing = await seenAsset(tx.db, tx.city, id)
    if (standing) throw new AssetRefused('taken', 'id-taken', `There is a thing ${id} already.`, { at: 'id' })
    const at = needs.now().toISOString()
    const asset = newAsset(given, { id, code, edition: layer.edition, by: writer.actor, at })
    const seq = await writeNewAsset(tx, asset, { actor: writer.actor, reason: given.reason ?? null, at })
    return { seq, asset }
  })
}

/** The next code of a type; never one that was given before, also to a thing since removed. */
async function mintId(tx: Tx, typeCode: string): Promise<string> {
  const sequence = (await highestSequence(tx.db, tx.city, typeCode)) + 1
  if (sequence <= LAST_SEQUENCE) return idOf(tx.city, typeCode, sequence)
  throw new AssetRefused(
    'taken',
    'codes-used-up',
    `Behind ${idOf(tx.city, typeCode, LAST_SEQUENCE)} there is no code; give an id.`,
  )
}
