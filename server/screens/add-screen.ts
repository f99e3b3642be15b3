import { randomUUID } from 'node:crypto'
import type { Screen } from '../contract/screen.ts'
import type { Tx } from '../store/store.ts'
import { keepScreen, type SeenScreen } from './screen-store.ts'

/** Puts down a wall that was let in, with its log row. */
export async function addScreen(
  tx: Tx,
  name: string,
  { actor, at }: { actor: string; at: string },
): Promise<SeenScreen> {
  const screen: Screen = { id: randomUUID(), name, pairedAt: at, pairedBy: actor, revokedAt: null }
  const row = { at, actor, kind: 'screen-paired', entity: 'screen' as const, entityId: screen.id, after: screen }
  const seq = await tx.append([{ ...row, reason: null }])
  await keepScreen(tx, screen, seq)
  return { screen, seq }
}
