import type { PeopleNeeds } from './add-person.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { personById } from './person-store.ts'
import { endSession } from './session-store.ts'

/** Signs a person out of one place, in an admin's name; whether they were signed in there. Throws PersonRefused. */
export function revokeSession(
  { personId, sessionId }: { personId: string; sessionId: string },
  actor: string,
  { area, store, now }: PeopleNeeds,
): Promise<boolean> {
  return store.transaction(area, async (tx) => {
    const seen = await personById(tx.db, area, personId)
    if (!seen) throw new PersonRefused('absent', 'unknown-person', `There is no person "${personId}".`)
    if (!(await endSession(tx, `person:${personId}`, sessionId))) return false
    await notePerson(tx, 'person-signed-out', seen.person, { actor, at: now().toISOString() })
    return true
  })
}
