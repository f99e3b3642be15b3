import { addPerson, type PeopleNeeds } from './add-person.ts'
import { type MadeLink, makeLink } from './make-link.ts'
import { allPeople } from './person-store.ts'
import { setUpOf } from './secret-store.ts'

const ACTOR = 'system:first-start'
const FIRST = { login: 'admin', name: '管理员', roles: ['admin' as const] }

/** A one-time link for the first admin while none has ever come in; undefined from then on. There is no default password: without the link
 *  nobody gets in, and each start before it is used makes a new one. */
export async function inviteFirstAdmin(needs: PeopleNeeds): Promise<MadeLink | undefined> {
  const { area, store } = needs
  const admins = (await allPeople(store.db, area))
    .map(({ person }) => person)
    .filter(({ roles }) => roles.includes('admin'))
  const own = admins.filter(({ demo, disabledAt }) => !demo && disabledAt === null)
  for (const { id } of own) if ((await setUpOf(store.db, area, id)).password) return undefined
  const login = admins.some((one) => one.login === FIRST.login && one.demo) ? 'first-admin' : FIRST.login
  const writer = { actor: ACTOR, once: undefined }
  const first = own[0] ?? (await addPerson({ ...FIRST, login }, writer, needs)).person
  return makeLink(first.id, ACTOR, needs)
}
