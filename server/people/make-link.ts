import { LINK_HOURS } from '../contract/session.ts'
import type { Tx } from '../store/store.ts'
import type { PeopleNeeds } from './add-person.ts'
import { keepLink } from './link-store.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { personById } from './person-store.ts'
import { hashOf, newToken } from './token.ts'

/** A one-time way in: `/enter/<token>`, good once and until then. */
export interface MadeLink {
  token: string
  /** ISO instant. */
  until: string
}

/** Makes a one-time link for a person; the one before no longer lets in. Throws PersonRefused. */
export function makeLink(personId: string, actor: string, { area, store, now }: PeopleNeeds): Promise<MadeLink> {
  return store.transaction(area, (tx) => linkInside(tx, personId, actor, now()))
}

export async function linkInside(tx: Tx, personId: string, actor: string, now: Date): Promise<MadeLink> {
  const seen = await personById(tx.db, tx.city, personId)
  if (!seen) throw new PersonRefused('absent', 'unknown-person', `There is no person "${personId}".`)
  if (seen.person.disabledAt !== null)
    throw new PersonRefused('taken', 'person-disabled', `${seen.person.name} may not sign in; let them in again first.`)
  const [token, madeMs] = [newToken(), now.getTime()]
  const untilMs = madeMs + LINK_HOURS * 3_600_000
  await keepLink(tx, { id: hashOf(token), personId, madeMs, untilMs, usedMs: null })
  await notePerson(tx, 'person-invited', seen.person, { actor, at: now.toISOString() })
  return { token, until: new Date(untilMs).toISOString() }
}
