import { personNames } from '../people/person-store.ts'
import type { Db } from '../store/schema.ts'

const PERSON = 'person:'

/** Names of people by their actor ids; who is no person, or not known, is not in it. */
export async function namesOfActors(
  db: Db,
  city: string,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(actors.filter((actor) => actor.startsWith(PERSON)).map((actor) => actor.slice(PERSON.length)))
  return new Map([...(await personNames(db, city, [...ids]))].map(([id, name]) => [`${PERSON}${id}`, name]))
}
