import type { Person } from '../contract/person.ts'
import type { Tx } from '../store/store.ts'

const TABLES = ['people', 'person_secrets', 'sessions', 'entry_links'] as const

/** Moves everybody of another city, with what lets them in, to the transaction's; the people. Nobody, where this city has people already. */
export async function movePeople(tx: Tx, from: string): Promise<Person[]> {
  const known = await tx.db.selectFrom('people').select('id').where('city', '=', tx.city).limit(1).execute()
  if (known.length > 0) return []
  const rows = await tx.db.selectFrom('people').select('state').where('city', '=', from).orderBy('login').execute()
  if (rows.length === 0) return []
  for (const table of TABLES) await tx.db.updateTable(table).set({ city: tx.city }).where('city', '=', from).execute()
  return rows.map(({ state }) => JSON.parse(state) as Person)
}
