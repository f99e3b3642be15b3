import type { Case } from '../contract/case.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { Db } from '../store/schema.ts'

/** Far below what either engine takes as parameters of one statement. */
const MOST_IDS = 500

/** The states that cases had before row `seq` of the log; a case that had none is left out. */
export async function casesBefore(db: Db, city: string, ids: readonly string[], seq: number): Promise<Case[]> {
  const found: Case[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const rows = await db
      .selectFrom('log')
      .select('after')
      .where('city', '=', city)
      .where('seq', 'in', (inner) =>
        inner
          .selectFrom('log as before')
          .select(({ fn }) => fn.max('before.seq').as('seq'))
          .where('before.city', '=', city)
          .where('before.entity', '=', 'case')
          .where('before.entity_id', 'in', ids.slice(from, from + MOST_IDS))
          .where('before.seq', '<', seq)
          .groupBy('before.entity_id'),
      )
      .execute()
    for (const { after } of rows) if (after !== null) found.push(wholeCase(JSON.parse(after)))
  }
  return found
}

/** Every case from which something is awaited, the newest first. */
export async function openCases(db: Db, city: string): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['state', 'received_ms'])
    .where('city', '=', city)
    .where('open', '=', 1)
    .execute()
  return rows.toSorted((a, b) => b.received_ms - a.received_ms).map(({ state }) => JSON.parse(state) as Case)
}
