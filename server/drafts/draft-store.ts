import type { DraftItem } from '../contract/draft.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'
import type { DraftTable } from '../store/tables/drafts.ts'

export type DraftRow = Omit<DraftTable, 'city'>

const drafts = (db: Db, city: string) => db.selectFrom('drafts').selectAll().where('city', '=', city)

export async function draftById(db: Db, city: string, id: string): Promise<DraftRow | undefined> {
  return drafts(db, city).where('id', '=', id).executeTakeFirst()
}

/** A planner's own, and what others share; the last changed first. */
export async function draftsFor(db: Db, city: string, owner: string): Promise<DraftRow[]> {
  return drafts(db, city)
    .where(({ eb, or }) => or([eb('owner', '=', owner), eb('shared', '=', 1)]))
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function countDraftsOf(db: Db, city: string, owner: string): Promise<number> {
  return (await drafts(db, city).where('owner', '=', owner).execute()).length
}

export async function itemsOf(
  db: Db,
  city: string,
  { id, version }: Pick<DraftRow, 'id' | 'version'>,
): Promise<DraftItem[]> {
  const row = await db
    .selectFrom('draft_versions')
    .select('items')
    .where('city', '=', city)
    .where('draft_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? (JSON.parse(row.items) as DraftItem[]) : []
}

export async function keepDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.write('drafts', [{ city: tx.city, ...withoutCity(row) }], 'replace')
}

/** A row that was read has its city with it. */
function withoutCity(row: DraftRow): DraftRow {
  const { id, owner, owner_name, name, shared, version, newest, revision, made_at, changed_at } = row
  return { id, owner, owner_name, name, shared, version, newest, revision, made_at, changed_at }
}

/** Keeps a version; those behind it, which were undone, are gone, and so are those long before it. */
export async function keepVersion(
  tx: Tx,
  { id, version }: Pick<DraftRow, 'id' | 'version'>,
  items: readonly DraftItem[],
): Promise<void> {
  await tx.db
    .deleteFrom('draft_versions')
    .where('city', '=', tx.city)
    .where('draft_id', '=', id)
    .where(({ eb, or }) => or([eb('version', '>=', version), eb('version', '<', version - KEPT_VERSIONS)]))
    .execute()
  await tx.write('draft_versions', [{ city: tx.city, draft_id: id, version, items: JSON.stringify(items) }], 'fail')
}

/** So many edits can be undone. */
export const KEPT_VERSIONS = 100

export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('draft_versions').where('city', '=', tx.city).where('draft_id', '=', id).execute()
  await tx.db.deleteFrom('drafts').where('city', '=', tx.city).where('id', '=', id).execute()
}
