import { assetsById } from '../../assets/asset-store.ts'
import { writeAssets } from '../../assets/write-assets.ts'
import { Asset } from '../../contract/asset.ts'
import { readLog } from '../../store/read-log.ts'
import { statesBefore } from '../../store/state-at.ts'
import type { Store, Tx } from '../../store/store.ts'
import { changedSince, type ImportRecord, importById, keepImport } from './import-store.ts'
import { ImportStopped } from './refusals.ts'

/** Puts back what stood before the import, in one transaction and through the log: undoing is itself a fact that stays. Refused when
 *  something else has since changed one of its things, for then the state before is nobody's wish. */
export async function undoImport(
  store: Store,
  { city, id, now }: { city: string; id: string; now: string },
  onRows: (rows: number) => void = () => {},
): Promise<{ restored: number; removed: number }> {
  return store.transaction(city, async (tx) => {
    const record = await importById(tx.db, city, id)
    if (!record)
      throw new ImportStopped(
        `没有编号为 ${id} 的导入。用“npm run import -- list”查看。`,
        `There is no import ${id}. “npm run import -- list” shows them.`,
      )
    if (record.undone_at)
      throw new ImportStopped(
        `导入 ${id} 已于 ${record.undone_at} 撤销。`,
        `Import ${id} was undone at ${record.undone_at}.`,
      )
    const tally = { restored: 0, removed: 0 }
    for await (const ids of touchedBy(tx, record)) {
      await restore(tx, ids, record, now, tally)
      onRows(tally.restored + tally.removed)
    }
    const actor = `import:${id}`
    await tx.append([
      { at: now, actor, kind: 'import-undone', entity: 'import', entityId: id, after: { id, ...tally }, reason: null },
    ])
    const { city: _city, ...kept } = record
    await keepImport(tx, { ...kept, undone_at: now })
    return tally
  })
}

/** The ids that the import wrote, page by page. */
async function* touchedBy(tx: Tx, { actor, first_seq, last_seq }: ImportRecord): AsyncGenerator<string[]> {
  const last = last_seq ?? 0
  for (let after = (first_seq ?? 1) - 1; after < last; ) {
    const rows = await readLog(tx.db, { city: tx.city, after, limit: 1_000 })
    const end = rows.at(-1)
    if (!end) return
    after = end.seq
    yield rows
      .filter((row) => row.seq <= last && row.entity === 'asset' && row.actor === actor)
      .map(({ entityId }) => entityId)
  }
}

async function restore(
  tx: Tx,
  ids: string[],
  record: ImportRecord,
  now: string,
  tally: { restored: number; removed: number },
): Promise<void> {
  const { city, db } = tx
  const moved = await changedSince(db, city, ids, record.last_seq ?? 0)
  if (moved.length > 0)
    throw new ImportStopped(
      `导入之后，以下部件又有更改：${moved.join('、')}。没有撤销任何内容，请逐个更正。`,
      `Since the import, others have changed: ${moved.join(', ')}. Nothing was undone; correct these by hand.`,
    )
  const before = await statesBefore(db, { city, entity: 'asset', ids, seq: record.first_seq ?? 0 })
  const present = await assetsById(db, city, ids)
  const states = ids.map((id) => ({ id, state: before.get(id)?.after ?? null, there: present.has(id) }))
  const asset = (state: unknown): Asset => Asset.parse(state)
  const changed = states.filter(({ state, there }) => state !== null && there).map(({ state }) => asset(state))
  const added = states.filter(({ state, there }) => state !== null && !there).map(({ state }) => asset(state))
  const removed = states.filter(({ state, there }) => state === null && there).map(({ id }) => id)
  await writeAssets(
    tx,
    { changed, added, removed },
    { actor: `import:${record.id}`, reason: `undo of import ${record.id}`, at: now },
  )
  tally.restored += changed.length + added.length
  tally.removed += removed.length
}
