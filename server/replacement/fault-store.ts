import type { Db } from '../store/schema.ts'

/** How many cases each thing had since an instant (Unix ms), by its id; what was refused, voided or joined to another is none. */
export async function faultsByThing(db: Db, city: string, sinceMs: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['asset_id', fn.countAll<number>().as('faults')])
    .where('city', '=', city)
    .where('asset_id', 'is not', null)
    .where('received_ms', '>=', sinceMs)
    .where('status', 'not in', ['refused', 'void', 'merged'])
    .groupBy('asset_id')
    .execute()
  return new Map(rows.map(({ asset_id, faults }) => [asset_id ?? '', Number(faults)]))
}
