import { LoginName, type Person } from '../contract/person.ts'
import type { SignIn } from '../contract/session.ts'
import type { PeopleNeeds, SecretNeeds } from './add-person.ts'
import { failuresOf, keepFailures } from './failure-store.ts'
import { isPassword } from './hash-password.ts'
import { notePerson } from './note-person.ts'
import { personByLogin } from './person-store.ts'
import { spendCode } from './second-factor.ts'
import { keepSecrets, NO_SECRETS, secretsOf } from './secret-store.ts'
import { SignInRefused } from './sign-in-refused.ts'
import { type From, startSession } from './start-session.ts'
import { hashOf } from './token.ts'
import { FREE_TRIES, oneMore, waitAfter } from './wait-after.ts'

/** Signs in with a login name, a password and, where there is a second factor, its code. Throws SignInRefused: one and the same for a name that
 *  nobody has, a wrong password, a wrong code and a person who may no longer. */
export async function signIn(
  { login: typed, password, code }: SignIn,
  from: From,
  needs: SecretNeeds,
): Promise<{ person: Person; session: string }> {
  const { area, store, keys, now } = needs
  const login = LoginName.safeParse(typed).data ?? ''
  const [ofLogin, ofAddress] = [tryOf('login', login), tryOf('address', from.address)]
  const tries = [ofLogin, ofAddress]
  // Counted before it is tried, so that many at once are not one.
  await countTries(tries, needs)
  const seen = await personByLogin(store.db, area, login)
  const kept = seen ? await secretsOf(store.db, keys, area, seen.person.id) : NO_SECRETS
  const right = await isPassword(kept.password, password)
  if (!seen || !right || seen.person.disabledAt !== null) throw new SignInRefused('wrong')
  if (kept.totp !== null && code === undefined) {
    await uncountTries(tries, needs)
    throw new SignInRefused('code-needed')
  }
  return store.transaction(area, async (tx) => {
    const nowMs = now().getTime()
    const { person } = seen
    // Read again under the lock: the code, or the password, may have been used up or changed since.
    const secrets = await secretsOf(tx.db, keys, area, person.id)
    const left = secrets.totp === null ? secrets : spendCode(secrets, code ?? '', nowMs)
    if (!left || secrets.password !== kept.password) throw new SignInRefused('wrong')
    await keepSecrets(tx, keys, person.id, left)
    await keepFailures(tx, ofLogin.id, { failures: 0, lastMs: 0 })
    await oneLess(tx, ofAddress)
    const actor = `person:${person.id}`
    const session = await startSession(tx, { actor, means: 'password', nowMs, from })
    await notePerson(tx, 'person-signed-in', person, { actor, at: new Date(nowMs).toISOString(), reason: 'password' })
    return { person, session }
  })
}

/** Whose failures are counted. By hash: what was typed as a name may be a password. */
const tryOf = (kind: keyof typeof FREE_TRIES, of: string) => ({ id: hashOf(`${kind} ${of}`), free: FREE_TRIES[kind] })
type Try = ReturnType<typeof tryOf>

type Inside = Parameters<Parameters<PeopleNeeds['store']['transaction']>[1]>[0]

async function countTries(tries: Try[], { area, store, now }: PeopleNeeds): Promise<void> {
  const nowMs = now().getTime()
  await store.transaction(area, async (tx) => {
    const before = await Promise.all(tries.map((of) => failuresOf(tx.db, area, of.id)))
    const waits = tries.map((of, at) => waitAfter(before[at] ?? NONE, of.free, nowMs))
    const wait = Math.max(...waits)
    if (wait > 0) throw new SignInRefused('wait', Math.ceil(wait / 1000))
    for (const [at, of] of tries.entries()) await keepFailures(tx, of.id, oneMore(before[at] ?? NONE, nowMs))
  })
}

const NONE = { failures: 0, lastMs: 0 }

const uncountTries = (tries: Try[], { area, store }: PeopleNeeds): Promise<void> =>
  store.transaction(area, async (tx) => {
    for (const of of tries) await oneLess(tx, of)
  })

async function oneLess(tx: Inside, { id }: Try): Promise<void> {
  const before = await failuresOf(tx.db, tx.city, id)
  await keepFailures(tx, id, { ...before, failures: Math.max(0, before.failures - 1) })
}
