import { randomUUID } from 'node:crypto'
import type { NewPerson, Person } from '../contract/person.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Keys } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import { PersonRefused } from './person-refused.ts'
import { keepPerson, personByLogin, type SeenPerson } from './person-store.ts'

/** What the verbs about people work with. */
export interface PeopleNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

/** What the verbs that read or set a person's secrets work with besides. */
export interface SecretNeeds extends PeopleNeeds {
  keys: Keys
}

/** Who does it, and the key under which the same request may come again. */
export interface Writer {
  actor: string
  once: Once | undefined
}

/** Adds a person, who can come in once a link is made for them. Throws PersonRefused for a login name that is taken, KeyReused. */
export async function addPerson(
  { login, name, roles, scope, demo = false }: NewPerson & { demo?: boolean },
  { actor, once }: Writer,
  { area, store, now }: PeopleNeeds,
): Promise<SeenPerson> {
  const { answer } = await store.transaction(area, (tx) =>
    answerOnce(tx, once, async () => {
      if (await personByLogin(tx.db, area, login))
        throw new PersonRefused('taken', 'login-taken', `Somebody signs in as "${login}" already.`)
      const at = now().toISOString()
      const whole = scope ?? { areas: [area], contractor: null, crewId: null }
      const person: Person = { id: randomUUID(), login, name, roles, scope: whole, demo, addedAt: at, disabledAt: null }
      const row = { at, actor, kind: 'person-added', entity: 'person' as const, entityId: person.id, after: person }
      const seq = await tx.append([{ ...row, reason: null }])
      await keepPerson(tx, person, seq, 'fail')
      return { person, seq }
    }),
  )
  return answer
}
