import type { Asset } from '../contract/asset.ts'
import type { Db } from '../store/schema.ts'

/** A state of a thing, and since when it held (ISO instant). */
export interface PastAsset {
  at: string
  state: Asset
}

/** Every state that a thing has had, the oldest first. */
export async function statesOfAsset(db: Db, city: string, id: string): Promise<PastAsset[]> {
  const rows = await db
    .selectFrom('log')
    .select(['at', 'after'])
    .where('city', '=', city)
    .where('entity', '=', 'asset')
    .where('entity_id', '=', id)
    .where('after', 'is not', null)
    .orderBy('seq')
    .execute()
  return rows.map(({ at, after }) => ({ at, state: JSON.parse(after ?? 'null') as Asset }))
}
