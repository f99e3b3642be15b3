import type { Layer } from '../contract/layer.ts'
import type { NewSceneCall, Scene, SceneCall, SceneSet } from '../contract/wall.ts'
import { screenById } from '../screens/screen-store.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import type { Store, Tx } from '../store/store.ts'
import { keepScenes, ownScenes, ROUND } from './scene-store.ts'
import { strangeLayers } from './strange-layers.ts'
import { WallRefused } from './wall-refused.ts'

export interface SceneNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
  /** The round that came with the city. */
  shipped: readonly Scene[]
  layers: readonly Layer[]
}

export interface SceneWriter {
  actor: string
  once: Once | undefined
}

/** Puts the bureau's own round in the place of what walls show; null goes back to the shipped one. `seen`: the version that the caller saw.
 *  Returns the new one. Throws WallRefused, KeyReused. */
export async function putScenes(
  { set, seen }: { set: SceneSet | null; seen: readonly number[] | '*' },
  { actor, once }: SceneWriter,
  needs: SceneNeeds,
): Promise<number> {
  const [strange] = strangeLayers(set?.scenes ?? [], needs.layers)
  if (strange !== undefined)
    throw new WallRefused(400, 'unknown-layer', `There is no layer "${strange}"; GET /api/layers lists them.`)
  return run(needs, once, async (tx) => {
    const { seq: present } = await ownScenes(tx.db, tx.city)
    if (seen !== '*' && !seen.includes(present))
      throw new WallRefused(412, 'changed-since', 'The scenes were changed since.', present)
    const kind = set ? 'scenes-changed' : 'scenes-reset'
    return keepScenes(tx, ROUND, set, { actor, at: needs.now().toISOString(), kind })
  })
}

/** Makes a wall show a scene of the round, or lets it go. Throws WallRefused, KeyReused. */
export function callScene(
  { screenId, scene, hold }: NewSceneCall & { screenId: string },
  { actor, once }: SceneWriter,
  needs: SceneNeeds,
): Promise<SceneCall | null> {
  return run(needs, once, async (tx) => {
    const seen = await screenById(tx.db, tx.city, screenId)
    if (!seen) throw new WallRefused(404, 'unknown-screen', `There is no screen "${screenId}".`)
    if (seen.screen.revokedAt !== null)
      throw new WallRefused(409, 'screen-revoked', `The screen "${seen.screen.name}" was taken out.`)
    const { set } = await ownScenes(tx.db, tx.city)
    const round = set?.scenes ?? needs.shipped
    if (scene !== null && !round.some(({ id }) => id === scene))
      throw new WallRefused(404, 'unknown-scene', `There is no scene "${scene}"; GET /api/wall/scenes lists them.`)
    const now = needs.now()
    const until = hold === undefined ? null : new Date(now.getTime() + hold * 1_000).toISOString()
    const call = scene === null ? null : { scene, calledAt: now.toISOString(), until }
    const kind = call ? 'scene-called' : 'scene-let-go'
    await keepScenes(tx, screenId, call, { actor, at: now.toISOString(), kind })
    return call
  })
}

async function run<T>({ area, store }: SceneNeeds, once: Once | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { answer } = await store.transaction(area, (tx) => answerOnce(tx, once, () => work(tx)))
  return answer
}
