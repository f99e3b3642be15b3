import type { NewSceneCall, RemoteScreen, SceneCall, WallRemote } from '../../server/contract/wall.ts'

/** For how long a scene is held, in seconds; null: until it is let go. */
export const HOLDS = [300, 900, 3_600, null] as const
export type Hold = (typeof HOLDS)[number]

export interface Wish {
  screenId: string
  scene: string | null
  hold: Hold
}

/** What a wall was made to show, as long as it holds. `now` is by the server's clock, Unix ms. */
export const heldOf = ({ remote }: Pick<RemoteScreen, 'remote'>, now: number): SceneCall | null =>
  remote && (remote.until === null || Date.parse(remote.until) > now) ? remote : null

/** What a wall shows, by its own word; `awaited`: it was made to show another and has not told of it yet. A wall that is silent says nothing. */
export function shownOf(screen: Pick<RemoteScreen, 'health' | 'remote'>, now: number) {
  const { health } = screen
  const told = health && health.state !== 'silent' ? health.report.scene : null
  const held = heldOf(screen, now)
  return { scene: told, held, awaited: held !== null && told !== held.scene && health?.state === 'alive' }
}

/** The picture as it will be when a wish is granted. */
export function wished(picture: WallRemote, { screenId, scene, hold }: Wish, now: number): WallRemote {
  const until = hold === null ? null : new Date(now + hold * 1_000).toISOString()
  const remote = scene === null ? null : { scene, calledAt: new Date(now).toISOString(), until }
  return granted(picture, screenId, remote)
}

/** With what the server made of it. */
export const granted = (picture: WallRemote, screenId: string, remote: SceneCall | null): WallRemote => ({
  ...picture,
  screens: picture.screens.map((one) => (one.id === screenId ? { ...one, remote } : one)),
})

export const callOf = ({ scene, hold }: Wish): NewSceneCall =>
  scene === null || hold === null ? { scene } : { scene, hold }
