import type { SecretNeeds } from './add-person.ts'
import { movePeople } from './move-people-store.ts'
import { notePerson } from './note-person.ts'
import { keepPerson } from './person-store.ts'
import { moveAuthenticators } from './secret-store.ts'

/** Whoever was let in before the store had a city belongs to the city that came: once, at the first start that knows it. */
export async function adoptPeople(from: string, { area, store, keys, now }: SecretNeeds): Promise<void> {
  if (area === from) return
  await store.transaction(area, async (tx) => {
    const people = await movePeople(tx, from)
    if (people.length > 0) await moveAuthenticators(tx, keys, from)
    for (const before of people) {
      const areas = before.scope.areas.map((one) => (one === from ? area : one))
      const person = { ...before, scope: { ...before.scope, areas } }
      const by = { actor: 'system:first-start', at: now().toISOString(), reason: 'the city came after its people' }
      await keepPerson(tx, person, await notePerson(tx, 'person-added', person, by), 'replace')
    }
  })
}
