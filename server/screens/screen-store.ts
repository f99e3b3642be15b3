import type { ListedScreen, Screen } from '../contract/screen.ts'
import { type Cursor, encodeCursor } from '../store/cursor.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

export interface SeenScreen {
  screen: Screen
  seq: number
}

export async function screenById(db: Db, city: string, id: string): Promise<SeenScreen | undefined> {
  const row = await db
    .selectFrom('screens')
    .select(['state', 'seq'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { screen: JSON.parse(row.state) as Screen, seq: row.seq }
}

/** The latest first. */
export async function listScreens(
  db: Db,
  city: string,
  { after, limit }: { after: Cursor | undefined; limit: number },
): Promise<{ screens: ListedScreen[]; next: string | null }> {
  let query = db.selectFrom('screens').select(['state', 'id', 'paired_ms']).where('city', '=', city)
  if (after)
    query = query.where(({ or, and, eb }) =>
      or([eb('paired_ms', '<', after.ms), and([eb('paired_ms', '=', after.ms), eb('id', '<', after.id)])]),
    )
  const rows = await query
    .orderBy('paired_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const seen = await lastSeen(
    db,
    city,
    page.map(({ id }) => `screen:${id}`),
  )
  return {
    screens: page.map(({ state, id }) => ({
      ...(JSON.parse(state) as Screen),
      seenAt: seen.get(`screen:${id}`) ?? null,
    })),
    next: rows.length > limit && last ? encodeCursor({ ms: last.paired_ms, id: last.id }) : null,
  }
}

/** The last request of each of these actors. */
async function lastSeen(db: Db, city: string, actors: string[]): Promise<Map<string, string>> {
  if (actors.length === 0) return new Map()
  const rows = await db
    .selectFrom('sessions')
    .select((of) => ['actor', of.fn.max('seen_ms').as('seenMs')])
    .where('city', '=', city)
    .where('actor', 'in', actors)
    .groupBy('actor')
    .execute()
  return new Map(rows.map(({ actor, seenMs }) => [actor, new Date(Number(seenMs)).toISOString()]))
}

/** Puts down the newest state. The log is the verb's part. */
export function keepScreen(tx: Tx, screen: Screen, seq: number): Promise<void> {
  const row = { city: tx.city, id: screen.id, paired_ms: Date.parse(screen.pairedAt) }
  return tx.write('screens', [{ ...row, state: JSON.stringify(screen), seq }], 'replace')
}
