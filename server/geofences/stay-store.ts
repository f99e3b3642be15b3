import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** In which fences a crew is, as of its newest place (Unix ms). */
export interface Stay {
  crewId: string
  atMs: number
  /** Fence ids, each with the instant at which the crew came in, Unix ms. */
  inside: ReadonlyMap<string, number>
}

const AT_ONCE = 500

/** Of those crews that were looked at before. */
export async function staysOf(db: Db, city: string, crewIds: readonly string[]): Promise<Map<string, Stay>> {
  const found = new Map<string, Stay>()
  for (let from = 0; from < crewIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('fence_stays')
      .select(['crew_id', 'at_ms', 'inside'])
      .where('city', '=', city)
      .where('crew_id', 'in', crewIds.slice(from, from + AT_ONCE))
      .execute()
    for (const { crew_id, at_ms, inside } of rows)
      found.set(crew_id, { crewId: crew_id, atMs: at_ms, inside: new Map(Object.entries(JSON.parse(inside))) })
  }
  return found
}

/** Who is in any fence. */
export async function allInside(db: Db, city: string): Promise<Stay[]> {
  const rows = await db
    .selectFrom('fence_stays')
    .select('crew_id')
    .where('city', '=', city)
    .where('inside', '<>', '{}')
    .execute()
  const ids = rows.map(({ crew_id }) => crew_id)
  return [...(await staysOf(db, city, ids)).values()]
}

export function keepStays(tx: Tx, stays: readonly Stay[]): Promise<void> {
  const rows = stays.map(({ crewId, atMs, inside }) => ({
    ...{ city: tx.city, crew_id: crewId, at_ms: atMs, inside: JSON.stringify(Object.fromEntries(inside)) },
  }))
  return tx.write('fence_stays', rows, 'replace')
}
