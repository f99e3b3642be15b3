import type { Db } from '../store/schema.ts'

/** More than these a demo does not look at. */
const MOST = 500

/** The open cases, the newest first, by the log row that brought each: what has not changed need not be read. */
export async function openCaseSeqs(db: Db, city: string): Promise<{ id: string; seq: number }[]> {
  return db
    .selectFrom('cases')
    .select(['id', 'seq'])
    .where('city', '=', city)
    .where('open', '=', 1)
    .orderBy('received_ms', 'desc')
    .limit(MOST)
    .execute()
}
