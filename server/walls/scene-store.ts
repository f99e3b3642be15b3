import type { SceneCall, SceneSet } from '../contract/wall.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** Under which the bureau's own round is kept, beside what single walls were made to show. */
export const ROUND = 'round'

/** With the log row that brought it. */
export interface SeenScenes {
  set: SceneSet | null
  seq: number
}

interface Said {
  actor: string
  at: string
  kind: string
}

async function stateOf(db: Db, city: string, id: string): Promise<{ state: unknown; seq: number } | undefined> {
  const row = await db
    .selectFrom('scenes')
    .select(['state', 'seq'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { state: JSON.parse(row.state), seq: Number(row.seq) }
}

/** The bureau's own round; null and 0 where it never had one, null and the row where it went back to the shipped one. */
export async function ownScenes(db: Db, city: string): Promise<SeenScenes> {
  const row = await stateOf(db, city, ROUND)
  return row ? { set: row.state as SceneSet | null, seq: row.seq } : { set: null, seq: 0 }
}

/** What somebody made a wall show last; whether it still holds is isHeld's. */
export async function callOfScreen(db: Db, city: string, screenId: string): Promise<SceneCall | null> {
  return ((await stateOf(db, city, screenId))?.state ?? null) as SceneCall | null
}

/** Of each wall what somebody made it show last, as callOfScreen. */
export async function callsOfScreens(db: Db, city: string): Promise<Map<string, SceneCall>> {
  const rows = await db
    .selectFrom('scenes')
    .select(['id', 'state'])
    .where('city', '=', city)
    .where('id', '!=', ROUND)
    .execute()
  const calls = rows.map(({ id, state }): [string, SceneCall | null] => [id, JSON.parse(state) as SceneCall | null])
  return new Map(calls.flatMap(([id, call]): [string, SceneCall][] => (call ? [[id, call]] : [])))
}

export const isHeld = ({ until }: SceneCall, nowMs: number): boolean => until === null || Date.parse(until) > nowMs

/** Writes the newest state with its log row; the seq of that. */
export async function keepScenes(
  tx: Tx,
  id: string,
  state: SceneSet | SceneCall | null,
  { actor, at, kind }: Said,
): Promise<number> {
  const seq = await tx.append([{ at, actor, kind, entity: 'scene', entityId: id, after: state, reason: null }])
  await tx.write('scenes', [{ city: tx.city, id, state: JSON.stringify(state), seq }], 'replace')
  return seq
}
