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

/** Every case whose status is one of these. */
export async function casesIn(db: Db, city: string, statuses: readonly string[]): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select('state')
    .where('city', '=', city)
    .where('status', 'in', statuses)
    .orderBy('received_ms', 'desc')
    .execute()
  return rows.map(({ state }) => wholeCase(JSON.parse(state)))
}
