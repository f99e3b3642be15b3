import type { Actor } from '../contract/role.ts'
import type { Todo } from '../contract/session.ts'
import { screenById } from '../screens/screen-store.ts'
import type { Db } from '../store/schema.ts'
import { personById } from './person-store.ts'
import { setUpOf } from './secret-store.ts'
import { type KeptSession, sessionById } from './session-store.ts'
import { todoOf } from './todo-of.ts'

/** Whose session it is, and as whom it acts. */
export interface Holder {
  session: KeptSession
  actor: Actor
  todo: Todo[]
  demo: boolean
  secondFactor: boolean
  /** A wall that was taken out; it is told so instead of being taken for a guest. */
  revoked: boolean
}

/** Undefined when there is no such session, or its person may no longer sign in. */
export async function readHolder(db: Db, city: string, sessionId: string): Promise<Holder | undefined> {
  const session = await sessionById(db, city, sessionId)
  const [kind, id = ''] = session?.actor.split(':') ?? []
  if (!session) return undefined
  return kind === 'screen' ? screenHolder(db, city, session, id) : personHolder(db, city, session, id)
}

async function personHolder(db: Db, city: string, session: KeptSession, id: string): Promise<Holder | undefined> {
  const seen = await personById(db, city, id)
  if (!seen || seen.person.disabledAt !== null) return undefined
  const setUp = await setUpOf(db, city, id)
  const { name, roles, scope, demo } = seen.person
  const todo = todoOf(seen.person, setUp)
  const actor = { id: session.actor, name, roles: todo.length > 0 ? [] : roles, scope }
  return { session, actor, todo, demo, secondFactor: setUp.secondFactor, revoked: false }
}

async function screenHolder(db: Db, city: string, session: KeptSession, id: string): Promise<Holder | undefined> {
  const seen = await screenById(db, city, id)
  if (!seen) return undefined
  const { name, revokedAt } = seen.screen
  const scope = { areas: [city], contractor: null, crewId: null }
  const actor: Actor = { id: session.actor, name, roles: ['screen'], scope }
  return { session, actor, todo: [], demo: false, secondFactor: false, revoked: revokedAt !== null }
}
