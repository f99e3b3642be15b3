import { personById } from '../people/person-store.ts'
import type { Db } from '../store/schema.ts'

const PERSON = 'person:'

/** Names of people by their actor ids; who is no person, or not known, is not in it. */
export async function namesOfActors(
  db: Db,
  city: string,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const actor of new Set(actors)) {
    if (!actor.startsWith(PERSON)) continue
    const seen = await personById(db, city, actor.slice(PERSON.length))
    if (seen) names.set(actor, seen.person.name)
  }
  return names
}
