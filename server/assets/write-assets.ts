import type { Asset } from '../contract/asset.ts'
import type { LogEntry } from '../contract/log.ts'
import type { Tx } from '../store/store.ts'
import { forgetAsset, forgetAssets, keepAssets, knownIds, replaceAsset } from './asset-store.ts'

/** What becomes of things: whole new states, and the ids of those that are gone. One id stands in one list, once. */
export interface AssetChanges {
  added?: readonly Asset[]
  changed?: readonly Asset[]
  removed?: readonly string[]
}

/** Who says so, why, and when it became so (ISO instant). */
export interface By {
  actor: string
  reason: string | null
  at: string
}

/** The list that a caller gave does not fit what is there; nothing of it was written. */
export class AssetMismatch extends Error {
  readonly ids: readonly string[]

  constructor(what: string, ids: readonly string[]) {
    super(`${what}: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`)
    this.name = 'AssetMismatch'
    this.ids = ids
  }
}

const BATCH = 2_000

/** Writes changes and their log rows (asset-added, asset-changed, asset-removed) inside the caller's transaction: many calls in one make an
 *  import that is all or nothing. Throws AssetMismatch when an added thing is there already, a changed or
 *  removed one is not, or an id stands twice in a list. */
export async function writeAssets(tx: Tx, changes: AssetChanges, by: By): Promise<void> {
  for (const batch of batchesOf(changes.added)) {
    const ids = checkDistinct(idsOf(batch))
    const known = await knownIds(tx.db, tx.city, ids)
    if (known.size)
      throw new AssetMismatch(
        'already there',
        ids.filter((id) => known.has(id)),
      )
    await keep(tx, 'asset-added', batch, by)
  }
  for (const batch of batchesOf(changes.changed)) {
    await checkKnown(tx, idsOf(batch), 'cannot be changed, is not there')
    await keep(tx, 'asset-changed', batch, by)
  }
  for (const batch of batchesOf(changes.removed)) {
    await checkKnown(tx, batch, 'cannot be removed, is not there')
    await tx.append(batch.map((id) => entryOf('asset-removed', id, null, by)))
    await forgetAssets(tx, batch)
  }
}

/** Writes one new thing and its log row; the seq of that row. Throws AssetMismatch when there is one of this id. */
export async function writeNewAsset(tx: Tx, asset: Asset, by: By): Promise<number> {
  if ((await knownIds(tx.db, tx.city, [asset.id])).size) throw new AssetMismatch('already there', [asset.id])
  return keep(tx, 'asset-added', [asset], by)
}

/** Writes what becomes of one thing in the place of the state that row `was` brought, and its log row; the seq of that row. `after` null
 *  removes it. Throws AssetMismatch when that state stands no more: of two that saw the same, one wins. */
export async function overwriteAsset(
  tx: Tx,
  { id, was, kind, after }: { id: string; was: number; kind: string; after: Asset | null },
  by: By,
): Promise<number> {
  const seq = await tx.append([entryOf(kind, id, after, by)])
  const done = after ? await replaceAsset(tx, { asset: after, seq }, was) : await forgetAsset(tx, id, was)
  if (!done) throw new AssetMismatch(`is not as row ${was} brought it`, [id])
  return seq
}

async function keep(tx: Tx, kind: string, assets: readonly Asset[], by: By): Promise<number> {
  const firstSeq = await tx.append(assets.map((asset) => entryOf(kind, asset.id, asset, by)))
  await keepAssets(
    tx,
    assets.map((state, index) => ({ state, seq: firstSeq + index })),
  )
  return firstSeq
}

const entryOf = (kind: string, entityId: string, after: Asset | null, by: By): LogEntry => ({
  ...by,
  kind,
  entity: 'asset',
  entityId,
  after,
})

async function checkKnown(tx: Tx, ids: readonly string[], what: string): Promise<void> {
  const known = await knownIds(tx.db, tx.city, checkDistinct(ids))
  if (known.size < ids.length)
    throw new AssetMismatch(
      what,
      ids.filter((id) => !known.has(id)),
    )
}

function checkDistinct(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = ids.filter((id) => seen.has(id) || !seen.add(id))
  if (twice.length) throw new AssetMismatch('stands twice in one list', twice)
  return ids
}

const idsOf = (assets: readonly Asset[]) => assets.map(({ id }) => id)

function* batchesOf<T>(items: readonly T[] = []): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH)
}
