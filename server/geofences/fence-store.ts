import type { Geofence } from '../contract/geofence.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

export interface SeenFence {
  fence: Geofence
  /** The log row that brought this state. */
  seq: number
}

const fences = (db: Db, city: string) => db.selectFrom('geofences').select(['state', 'seq']).where('city', '=', city)
const read = ({ state, seq }: { state: string; seq: number }): SeenFence => ({
  fence: JSON.parse(state) as Geofence,
  seq,
})

export async function fenceById(db: Db, city: string, id: string): Promise<SeenFence | undefined> {
  const row = await fences(db, city).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

/** Every one, those that ended too, in the order of their ids. */
export async function allFences(db: Db, city: string): Promise<SeenFence[]> {
  return (await fences(db, city).orderBy('id').execute()).map(read)
}

/** The last row of the log that any fence came with; 0 where there is none. */
export async function newestFenceSeq(db: Db, city: string): Promise<number> {
  const row = await db
    .selectFrom('geofences')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('city', '=', city)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** Writes the newest state with its log row; the seq of that. */
export async function keepFence(
  tx: Tx,
  fence: Geofence,
  { actor, at, kind }: { actor: string; at: string; kind: string },
): Promise<number> {
  const seq = await tx.append([{ at, actor, kind, entity: 'geofence', entityId: fence.id, after: fence, reason: null }])
  await tx.write('geofences', [{ city: tx.city, id: fence.id, state: JSON.stringify(fence), seq }], 'replace')
  return seq
}
