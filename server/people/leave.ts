import type { PeopleNeeds } from './add-person.ts'
import { notePerson } from './note-person.ts'
import { personById } from './person-store.ts'
import { endSession } from './session-store.ts'

/** Ends one session of an actor (`person:…`, `screen:…`), theirs alone; whether there was one. */
export function leave(
  { id, actor }: { id: string; actor: string },
  { area, store, now }: PeopleNeeds,
): Promise<boolean> {
  return store.transaction(area, async (tx) => {
    if (!(await endSession(tx, actor, id))) return false
    const seen = actor.startsWith('person:') ? await personById(tx.db, area, actor.slice('person:'.length)) : undefined
    if (seen) await notePerson(tx, 'person-signed-out', seen.person, { actor, at: now().toISOString() })
    return true
  })
}
