import type { Person, PersonPatch } from '../contract/person.ts'
import { answerOnce } from '../store/answer-once.ts'
import type { Db } from '../store/schema.ts'
import type { PeopleNeeds, Writer } from './add-person.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { allPeople, keepPerson, personById, type SeenPerson } from './person-store.ts'
import { endSessionsOf } from './session-store.ts'

/** Changes a person that is as the caller saw them (`seen`: seqs of log rows); whoever may no longer sign in is out at once. Throws PersonRefused,
 *  KeyReused. */
export async function changePerson(
  { id, seen, patch }: { id: string; seen: readonly number[] | '*'; patch: PersonPatch },
  { actor, once }: Writer,
  { area, store, now }: PeopleNeeds,
): Promise<SeenPerson> {
  const { answer } = await store.transaction(area, (tx) =>
    answerOnce(tx, once, async () => {
      const found = await personById(tx.db, area, id)
      if (!found) throw new PersonRefused('absent', 'unknown-person', `There is no person "${id}".`)
      if (seen !== '*' && !seen.includes(found.seq))
        throw new PersonRefused('stale', 'changed-since', `${found.person.name} was changed since.`, found.seq)
      const at = now().toISOString()
      const after = changed(found.person, patch, at)
      await checkAnAdminIsLeft(tx.db, area, after)
      const seq = await notePerson(tx, kindOf(found.person, after), after, { actor, at })
      await keepPerson(tx, after, seq, 'replace')
      if (after.disabledAt !== null) await endSessionsOf(tx, `person:${id}`)
      return { person: after, seq }
    }),
  )
  return answer
}

function changed(before: Person, { disabled, ...patch }: PersonPatch, at: string): Person {
  const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? at) : null
  return { ...before, ...patch, disabledAt }
}

const kindOf = (before: Person, after: Person): `person-${string}` => {
  if (before.disabledAt === null && after.disabledAt !== null) return 'person-disabled'
  return before.disabledAt !== null && after.disabledAt === null ? 'person-enabled' : 'person-changed'
}

const isAdmin = ({ roles, disabledAt }: Person): boolean => roles.includes('admin') && disabledAt === null

/** Or nobody could ever let anybody in again. */
async function checkAnAdminIsLeft(db: Db, city: string, after: Person): Promise<void> {
  if (isAdmin(after)) return
  const people = await allPeople(db, city)
  if (people.some(({ person }) => person.id !== after.id && isAdmin(person))) return
  if (people.some(({ person }) => person.id === after.id && isAdmin(person)))
    throw new PersonRefused('taken', 'last-admin', `${after.name} is the only admin; make another one first.`)
}
