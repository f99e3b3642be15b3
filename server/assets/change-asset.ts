import type { AssetPatch } from '../contract/asset-write.ts'
import { AssetRefused } from './asset-refused.ts'
import { checkReferences } from './check-references.ts'
import { decideChange } from './decide-change.ts'
import { type Outcome, runWrite, type WriteNeeds, type Writer } from './run-write.ts'
import { type Seen, seenState } from './seen-state.ts'
import { overwriteAsset } from './write-assets.ts'

/** Changes a thing that is as the caller saw it; a patch that changes nothing writes nothing. Throws AssetRefused, KeyReused. */
export function changeAsset(
  { id, seen, patch }: { id: string; seen: Seen; patch: AssetPatch },
  writer: Writer,
  needs: WriteNeeds,
): Promise<Outcome & { again: boolean }> {
  return runWrite(needs, writer, async (tx) => {
    const { asset: before, seq: was } = await seenState(tx.db, tx.city, id, seen)
    const layer = needs.layerOf(before.layer)
    if (!layer) throw new AssetRefused('absent', 'unknown-asset', `The catalogue has no layer "${before.layer}".`)
    const at = needs.now().toISOString()
    const change = decideChange(before, patch, { ...needs, layer, at })
    if (!change) return { seq: was, asset: before }
    await checkReferences(tx, layer, patch.fields ?? {})
    const by = { actor: writer.actor, reason: patch.reason ?? null, at }
    const seq = await overwriteAsset(tx, { id, was, ...change }, by)
    return { seq, asset: change.after }
  })
}
