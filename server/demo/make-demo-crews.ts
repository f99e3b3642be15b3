import type { Crew } from '../contract/crew.ts'
import type { Scope } from '../contract/role.ts'
import { allCrews } from '../crews/crew-store.ts'
import { addCrew } from '../crews/write-crew.ts'
import { addPerson, type PeopleNeeds } from '../people/add-person.ts'
import { changePerson } from '../people/change-person.ts'
import { personByLogin } from '../people/person-store.ts'
import type { DemoCrew } from './load-demo-crews.ts'

const WRITER = { actor: 'system:demo', once: undefined }

/** The post's own login goes to the first crew, so that its one-time link opens on a crew that has work; see people/make-demo-people.ts. */
const FIRST_LOGIN = 'demo-crew'
export const crewLogin = (crewId: string, index: number): string => (index === 0 ? FIRST_LOGIN : `crew-${crewId}`)

/** Adds the crews of a demo city to a store that has none, and somebody for each of them who acts in its name. */
export async function makeDemoCrews(given: readonly DemoCrew[], needs: PeopleNeeds): Promise<void> {
  const { store, area } = needs
  if ((await allCrews(store.db, area)).length === 0)
    for (const { base, ...crew } of given) await addCrew({ ...crew, demo: true }, WRITER, needs)
  const standing = (await allCrews(store.db, area)).map(({ crew }) => crew)
  for (const [index, { id }] of given.entries()) {
    const crew = standing.find((one) => one.id === id && one.endedAt === null)
    if (crew) await makeCrewPerson(crew, crewLogin(id, index), needs)
  }
}

async function makeCrewPerson(crew: Crew, login: string, needs: PeopleNeeds): Promise<void> {
  const scope: Scope = { areas: [needs.area], contractor: crew.contractor, crewId: crew.id }
  const seen = await personByLogin(needs.store.db, needs.area, login)
  if (!seen) await addPerson({ login, name: crew.name, roles: ['crew'], scope, demo: true }, WRITER, needs)
  // Demo stores of before there were crews have somebody without one.
  else if (seen.person.demo && seen.person.scope.crewId === null)
    await changePerson({ id: seen.person.id, seen: '*', patch: { scope } }, WRITER, needs)
}
