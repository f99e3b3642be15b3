import type { Screen } from '../contract/screen.ts'
import type { PeopleNeeds } from '../people/add-person.ts'
import { PersonRefused } from '../people/person-refused.ts'
import { keepScreen, screenById } from './screen-store.ts'

/** Takes a wall out; a second time changes nothing. Its session stays, so that it is told why it is out. Throws PersonRefused. */
export function revokeScreen(id: string, actor: string, { area, store, now }: PeopleNeeds): Promise<Screen> {
  return store.transaction(area, async (tx) => {
    const seen = await screenById(tx.db, area, id)
    if (!seen) throw new PersonRefused('absent', 'unknown-screen', `There is no screen "${id}".`)
    if (seen.screen.revokedAt !== null) return seen.screen
    const at = now().toISOString()
    const screen = { ...seen.screen, revokedAt: at }
    const row = { at, actor, kind: 'screen-revoked', entity: 'screen' as const, entityId: id, after: screen }
    const seq = await tx.append([{ ...row, reason: null }])
    await keepScreen(tx, screen, seq)
    return screen
  })
}
