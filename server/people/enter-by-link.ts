import type { Person } from '../contract/person.ts'
import type { SecretNeeds } from './add-person.ts'
import { linkById, takeLink } from './link-store.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { personById } from './person-store.ts'
import { keepSecrets, NO_SECRETS } from './secret-store.ts'
import { endSessionsOf } from './session-store.ts'
import { type From, startSession } from './start-session.ts'
import { hashOf } from './token.ts'

/** Lets in by a one-time link, once. Outside the demo it begins anew: the password, the second factor and every other session end, because
 *  whoever needs a link has lost one of them. Throws PersonRefused. */
export function enterByLink(
  token: string,
  from: From,
  { area, store, keys, now }: SecretNeeds,
): Promise<{ person: Person; session: string }> {
  const nowMs = now().getTime()
  return store.transaction(area, async (tx) => {
    const link = await linkById(tx, hashOf(token))
    if (!link)
      throw new PersonRefused('absent', 'unknown-link', 'This link is not known here, or a newer one took its place.')
    if (link.untilMs <= nowMs)
      throw new PersonRefused('absent', 'link-over', 'This link has run out; ask for a new one.')
    if (!(await takeLink(tx, link.id, nowMs)))
      throw new PersonRefused('absent', 'link-used', 'This link was used already; ask for a new one.')
    const seen = await personById(tx.db, tx.city, link.personId)
    if (!seen || seen.person.disabledAt !== null)
      throw new PersonRefused('absent', 'unknown-link', 'This link is not known here.')
    const actor = `person:${seen.person.id}`
    if (!seen.person.demo) {
      await keepSecrets(tx, keys, seen.person.id, NO_SECRETS)
      await endSessionsOf(tx, actor)
    }
    const session = await startSession(tx, { actor, means: 'link', nowMs, from })
    await notePerson(tx, 'person-signed-in', seen.person, { actor, at: new Date(nowMs).toISOString(), reason: 'link' })
    return { person: seen.person, session }
  })
}
