import type { Person } from '../contract/person.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

export interface SeenPerson {
  person: Person
  /** The log row that brought this state. */
  seq: number
}

const read = ({ state, seq }: { state: string; seq: number }): SeenPerson => ({
  person: JSON.parse(state) as Person,
  seq,
})

export async function personById(db: Db, city: string, id: string): Promise<SeenPerson | undefined> {
  const row = await people(db, city).where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

export async function personByLogin(db: Db, city: string, login: string): Promise<SeenPerson | undefined> {
  const row = await people(db, city).where('login', '=', login).executeTakeFirst()
  return row && read(row)
}

/** In the order of their login names; behind `after`, a login name. */
export async function listPeople(
  db: Db,
  city: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ people: Person[]; next: string | null }> {
  let query = people(db, city)
  if (after !== undefined) query = query.where('login', '>', after)
  const rows = await query
    .orderBy('login')
    .limit(limit + 1)
    .execute()
  const found = rows.slice(0, limit).map((row) => read(row).person)
  return { people: found, next: rows.length > limit ? (found.at(-1)?.login ?? null) : null }
}

/** Every one, in the order of their login names. */
export async function allPeople(db: Db, city: string): Promise<SeenPerson[]> {
  return (await people(db, city).orderBy('login').execute()).map(read)
}

/** Ids fit into one statement of either engine. */
const IDS_AT_ONCE = 500

/** Names by id; an id that nobody has is not in it. */
export async function personNames(db: Db, city: string, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await people(db, city)
      .where('id', 'in', ids.slice(from, from + IDS_AT_ONCE))
      .execute()
    for (const row of rows) {
      const { person } = read(row)
      names.set(person.id, person.name)
    }
  }
  return names
}

const people = (db: Db, city: string) => db.selectFrom('people').select(['state', 'seq']).where('city', '=', city)

/** Puts down the newest state. The log is the verb's part. */
export function keepPerson(tx: Tx, person: Person, seq: number, onKey: 'fail' | 'replace'): Promise<void> {
  const { id, login } = person
  return tx.write('people', [{ city: tx.city, id, login, state: JSON.stringify(person), seq }], onKey)
}
