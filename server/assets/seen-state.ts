import type { Db } from '../store/schema.ts'
import { AssetRefused } from './asset-refused.ts'
import { type SeenAsset, seenAsset } from './asset-store.ts'

/** Which states the caller saw, by the log rows that brought them; `*` means whatever stands. */
export type Seen = readonly number[] | '*'

/** What stands, when it is what the caller saw. Throws AssetRefused. */
export async function seenState(db: Db, city: string, id: string, seen: Seen): Promise<SeenAsset> {
  const standing = await seenAsset(db, city, id)
  if (!standing)
    throw new AssetRefused('absent', 'unknown-asset', `There is no asset "${id.slice(0, 60)}".`, { at: 'id' })
  if (seen === '*' || seen.includes(standing.seq)) return standing
  const { seq } = standing
  throw new AssetRefused('stale', 'changed-since', `${id} was changed since: it is now "${seq}". Read it again.`, {
    present: seq,
  })
}
