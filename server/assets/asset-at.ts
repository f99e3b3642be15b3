import type { Asset } from '../contract/asset.ts'
import { seqAt } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import { statesBefore } from '../store/state-at.ts'

/** A thing as it stood at an instant (ISO), out of the log; undefined where it was not there. */
export async function assetAt(db: Db, city: string, id: string, at: string): Promise<Asset | undefined> {
  const seq = await seqAt(db, city, at)
  const states = await statesBefore(db, { city, entity: 'asset', ids: [id], seq: seq + 1 })
  return (states.get(id)?.after ?? undefined) as Asset | undefined
}
