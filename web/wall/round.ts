import type { Scene, SceneCall } from '../../server/contract/wall.ts'

/** Where a wall stands in its round. `index` finds the place again where the scene of this id is gone. */
export interface Round {
  id: string
  index: number
  /** How long the scene was shown, ms; not counted while something else holds the screen. */
  shownMs: number
}

type Timed = Pick<Scene, 'id' | 'seconds'>

/** A screen that slept, or a page that stood still, goes on where it was. */
const LONGEST_STEP_MS = 5_000

/** The place in a round that may have been edited since: the same scene, else what stands in its place now, else the first. */
export function findPlace(kept: Pick<Round, 'id' | 'index'> | undefined, scenes: readonly Timed[]): Round {
  const same = scenes.findIndex(({ id }) => id === kept?.id)
  const index = same >= 0 ? same : Math.min(kept?.index ?? 0, scenes.length - 1)
  return { id: scenes[index]?.id ?? '', index, shownMs: 0 }
}

/** The round `ms` later. It counts what has passed and looks at no clock: one that is set changes nothing. */
export function stepRound(round: Round, ms: number, scenes: readonly Timed[]): Round {
  const here = scenes[round.index]
  if (here?.id !== round.id) return findPlace(round, scenes)
  const shownMs = round.shownMs + Math.min(Math.max(0, ms), LONGEST_STEP_MS)
  if (shownMs < here.seconds * 1_000) return { ...round, shownMs }
  const index = (round.index + 1) % scenes.length
  return { id: scenes[index]?.id ?? '', index, shownMs: 0 }
}

/** Whether what somebody made the wall show still holds at an instant of the server (Unix ms), and is there to be shown. */
export const isCalled = (call: SceneCall | null, now: number, scenes: readonly Timed[]): call is SceneCall =>
  call !== null && (call.until === null || Date.parse(call.until) > now) && scenes.some(({ id }) => id === call.scene)
