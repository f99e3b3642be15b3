import { renderSVG } from 'uqr'
import type { Person } from '../contract/person.ts'
import type { Keys } from '../store/seal.ts'
import type { Tx } from '../store/store.ts'
import type { SecretNeeds } from './add-person.ts'
import { notePerson } from './note-person.ts'
import { PersonRefused } from './person-refused.ts'
import { personById } from './person-store.ts'
import { newRecoveryCodes, newTotpSecret, spendCode, stepOf, totpUri } from './second-factor.ts'
import { keepSecrets, type Secrets, secretsOf } from './secret-store.ts'

/** What an authenticator takes up: by camera, or typed. */
export interface OfferedFactor {
  secret: string
  uri: string
  /** SVG of the QR code. */
  picture: string
}

/** Offers a new secret; it counts once its first code is given. A factor that is there is replaced only by who has it: `code`. Throws
 *  PersonRefused. */
export function offerSecondFactor(
  personId: string,
  code: string | undefined,
  { area, store, keys, now }: SecretNeeds,
): Promise<OfferedFactor> {
  return store.transaction(area, async (tx) => {
    const { person, secrets } = await known(tx, keys, personId)
    const left = secrets.totp === null ? secrets : spendCode(secrets, code ?? '', now().getTime())
    if (!left) throw new PersonRefused('bad', 'wrong-code', 'Give a code of the authenticator that is set up now.')
    const secret = newTotpSecret()
    await keepSecrets(tx, keys, personId, { ...left, totpWaiting: secret })
    const uri = totpUri(secret, person.login)
    return { secret, uri, picture: renderSVG(uri) }
  })
}

/** Takes the offered secret into use with its first code; answers the recovery codes, which are never shown again. Throws PersonRefused. */
export function confirmSecondFactor(
  personId: string,
  code: string,
  { area, store, keys, now }: SecretNeeds,
): Promise<string[]> {
  return store.transaction(area, async (tx) => {
    const { person, secrets } = await known(tx, keys, personId)
    const step = secrets.totpWaiting === null ? undefined : stepOf(secrets.totpWaiting, code, now().getTime())
    if (step === undefined) throw new PersonRefused('bad', 'wrong-code', 'This is not the code of the authenticator.')
    const { codes, hashes: recovery } = newRecoveryCodes()
    const set = { totp: secrets.totpWaiting, totpWaiting: null, totpStep: step, recovery }
    await keepSecrets(tx, keys, personId, { ...secrets, ...set })
    await notePerson(tx, 'person-second-factor-set', person, { actor: `person:${personId}`, at: now().toISOString() })
    return codes
  })
}

async function known(tx: Tx, keys: Keys, personId: string): Promise<{ person: Person; secrets: Secrets }> {
  const seen = await personById(tx.db, tx.city, personId)
  if (!seen) throw new PersonRefused('absent', 'unknown-person', 'This person is gone.')
  return { person: seen.person, secrets: await secretsOf(tx.db, keys, tx.city, personId) }
}
