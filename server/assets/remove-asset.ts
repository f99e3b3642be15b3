import { type Outcome, runWrite, type WriteNeeds, type Writer } from './run-write.ts'
import { type Seen, seenState } from './seen-state.ts'
import { overwriteAsset } from './write-assets.ts'

/** Removes a thing that is as the caller saw it; its history stays. Throws AssetRefused, KeyReused. */
export function removeAsset(
  { id, seen, reason }: { id: string; seen: Seen; reason: string },
  writer: Writer,
  needs: WriteNeeds,
): Promise<Outcome & { again: boolean }> {
  return runWrite(needs, writer, async (tx) => {
    const { seq: was } = await seenState(tx.db, tx.city, id, seen)
    const by = { actor: writer.actor, reason, at: needs.now().toISOString() }
    return { seq: await overwriteAsset(tx, { id, was, kind: 'asset-removed', after: null }, by), asset: null }
  })
}
