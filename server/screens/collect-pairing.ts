import type { PeopleNeeds } from '../people/add-person.ts'
import { PersonRefused } from '../people/person-refused.ts'
import { type From, startSession } from '../people/start-session.ts'
import { hashOf } from '../people/token.ts'
import { forgetPairing, pairingById } from './pairing-store.ts'

/** The wall asks whether it was let in: its token, handed out once; undefined while nobody has. Throws PersonRefused for a secret that is
 *  not known or has run out. */
export async function collectPairing(
  secret: string,
  from: From,
  { area, store, now }: PeopleNeeds,
): Promise<string | undefined> {
  const [id, nowMs] = [hashOf(secret), now().getTime()]
  const pairing = await pairingById(store.db, area, id)
  if (!pairing || pairing.untilMs <= nowMs) throw runOut()
  if (pairing.screenId === null) return undefined
  return store.transaction(area, async (tx) => {
    const again = await pairingById(tx.db, area, id)
    if (!again?.screenId) throw runOut()
    await forgetPairing(tx, id)
    return startSession(tx, { actor: `screen:${again.screenId}`, means: 'pairing', nowMs, from })
  })
}

const runOut = (): PersonRefused =>
  new PersonRefused('absent', 'unknown-pairing', 'This pairing has run out; ask for a new code.')
