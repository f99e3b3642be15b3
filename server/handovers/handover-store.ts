import type { Handover } from '../contract/handover.ts'
import type { Cursor } from '../store/cursor.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

export interface SeenHandover {
  handover: Handover
  /** The log row that brought this state. */
  seq: number
}

const read = ({ state, seq }: { state: string; seq: number }): SeenHandover => ({
  handover: JSON.parse(state) as Handover,
  seq,
})

export async function handoverById(db: Db, city: string, id: string): Promise<SeenHandover | undefined> {
  const row = await db
    .selectFrom('handovers')
    .select(['state', 'seq'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && read(row)
}

/** The newest first, those behind `after`. */
export async function handoversBehind(
  db: Db,
  city: string,
  after: Cursor | undefined,
  limit: number,
): Promise<SeenHandover[]> {
  let query = db.selectFrom('handovers').select(['state', 'seq']).where('city', '=', city)
  if (after)
    query = query.where(({ or, and, eb }) =>
      or([eb('opened_ms', '<', after.ms), and([eb('opened_ms', '=', after.ms), eb('id', '<', after.id)])]),
    )
  return (await query.orderBy('opened_ms', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(read)
}

/** Writes the newest state with its log row; the seq of that. */
export async function keepHandover(
  tx: Tx,
  handover: Handover,
  { actor, at, kind }: { actor: string; at: string; kind: string },
): Promise<number> {
  const { id } = handover
  const seq = await tx.append([{ at, actor, kind, entity: 'handover', entityId: id, after: handover, reason: null }])
  const row = { city: tx.city, id, opened_ms: Date.parse(handover.openedAt), state: JSON.stringify(handover), seq }
  await tx.write('handovers', [row], 'replace')
  return seq
}
