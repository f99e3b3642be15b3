import type { NewScreen } from '../contract/screen.ts'
import type { PeopleNeeds, Writer } from '../people/add-person.ts'
import { PersonRefused } from '../people/person-refused.ts'
import { answerOnce } from '../store/answer-once.ts'
import { addScreen } from './add-screen.ts'
import { letPairingIn, pairingByCode } from './pairing-store.ts'
import type { SeenScreen } from './screen-store.ts'

/** An admin lets the wall in that shows this code. Throws PersonRefused, KeyReused. */
export async function pairScreen(
  { code, name }: NewScreen,
  { actor, once }: Writer,
  { area, store, now }: PeopleNeeds,
): Promise<SeenScreen> {
  const { answer } = await store.transaction(area, (tx) =>
    answerOnce(tx, once, async () => {
      const pairing = await pairingByCode(tx.db, area, code, now().getTime())
      if (!pairing)
        throw new PersonRefused('absent', 'unknown-code', `No screen shows ${code}; it may have a newer code.`)
      const added = await addScreen(tx, name, { actor, at: now().toISOString() })
      await letPairingIn(tx, pairing.id, added.screen.id)
      return added
    }),
  )
  return answer
}
