import type { Crossing } from '../contract/geofence.ts'
import { seqAt } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'

export interface ToldCrossing {
  seq: number
  crossing: Crossing
}

/** What the log was told of crossings from one instant up to another (ISO), oldest first, rows behind `after`. */
export async function crossingsBetween(
  db: Db,
  city: string,
  { from, to, after = 0, limit }: { from: string; to: string; after?: number; limit: number },
): Promise<ToldCrossing[]> {
  const [first, last] = [await seqAt(db, city, justBefore(from)), await seqAt(db, city, justBefore(to))]
  const rows = await db
    .selectFrom('log')
    .select(['seq', 'after'])
    .where('city', '=', city)
    .where('entity', '=', 'crossing')
    .where('seq', '>', Math.max(first, after))
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.flatMap(({ seq, after: state }) =>
    state === null ? [] : { seq, crossing: JSON.parse(state) as Crossing },
  )
}

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()
