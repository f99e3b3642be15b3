import type { PasswordChange } from '../contract/session.ts'
import type { SecretNeeds } from './add-person.ts'
import { hashPassword, isPassword } from './hash-password.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { personById } from './person-store.ts'
import { keepSecrets, secretsOf } from './secret-store.ts'
import { endSessionsOf } from './session-store.ts'
import { type From, startSession } from './start-session.ts'

/** Sets a person's own password; every session of theirs ends, and the one that asks goes on as a new one, whose token is answered. Throws
 *  PersonRefused for a wrong present password, or one that is the login name. */
export async function setPassword(
  personId: string,
  { current = '', password }: PasswordChange,
  from: From,
  { area, store, keys, now }: SecretNeeds,
): Promise<string> {
  const before = await secretsOf(store.db, keys, area, personId)
  if (before.password !== null && !(await isPassword(before.password, current)))
    throw new PersonRefused('bad', 'wrong-password', 'The present password is wrong.')
  const hashed = await hashPassword(password)
  return store.transaction(area, async (tx) => {
    const seen = await personById(tx.db, area, personId)
    const secrets = await secretsOf(tx.db, keys, area, personId)
    if (!seen) throw new PersonRefused('absent', 'unknown-person', 'This person is gone.')
    if (secrets.password !== before.password)
      throw new PersonRefused('taken', 'password-changed', 'The password was changed at the same time from elsewhere.')
    if (password.toLowerCase().includes(seen.person.login))
      throw new PersonRefused('bad', 'bad-password', '"password": it may not contain the login name')
    const [actor, at] = [`person:${personId}`, now()]
    await keepSecrets(tx, keys, personId, { ...secrets, password: hashed })
    await endSessionsOf(tx, actor)
    await notePerson(tx, 'person-password-set', seen.person, { actor, at: at.toISOString() })
    return startSession(tx, { actor, means: 'password', nowMs: at.getTime(), from })
  })
}
