import { randomInt } from 'node:crypto'
import { PAIRING_ALPHABET, PAIRING_MINUTES, type Pairing } from '../contract/screen.ts'
import type { PeopleNeeds } from '../people/add-person.ts'
import { PersonRefused } from '../people/person-refused.ts'
import { hashOf, newToken } from '../people/token.ts'
import { keepPairing, pairingByCode, waitingPairings } from './pairing-store.ts'

/** Anybody can ask; a bureau pairs a few walls in a day. Of 25⁶ codes so few wait that a guess by an admin's slip is none. */
const MOST_WAITING = 200

const newCode = (): string =>
  Array.from({ length: 6 }, () => PAIRING_ALPHABET[randomInt(PAIRING_ALPHABET.length)] ?? '').join('')

/** A wall asks to be let in: it shows `code`, and asks again with `secret`. Throws PersonRefused when too many wait. */
export function askToPair({ area, store, now }: PeopleNeeds): Promise<Pairing> {
  const nowMs = now().getTime()
  const untilMs = nowMs + PAIRING_MINUTES * 60_000
  return store.transaction(area, async (tx) => {
    const secret = newToken()
    let code = newCode()
    while (await pairingByCode(tx.db, area, code, nowMs)) code = newCode()
    await keepPairing(tx, { id: hashOf(secret), code, untilMs, screenId: null }, nowMs)
    if ((await waitingPairings(tx.db, area)) > MOST_WAITING)
      throw new PersonRefused('taken', 'too-many-pairings', 'Too many screens wait to be let in; wait some minutes.')
    return { code, secret, until: new Date(untilMs).toISOString() }
  })
}
