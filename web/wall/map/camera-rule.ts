import type { Target } from './fit-view.ts'

/** Between two moves of the camera (LANGUAGE.md, W9). */
export const MOVE_GAP_MS = 20_000

/** What the camera is wanted at. The same key is the same picture. */
export interface Aim {
  key: string
  target: Target
  /** Nobody waits for an emergency to be shown. */
  urgent: boolean
}

export interface Moved {
  key: string
  /** Unix ms. */
  at: number
}

/** Whether the camera goes to its aim now, and how; undefined: it stays where it is. Of a video wall all screens move at the same beat of the
 *  clock, so that each may decide for itself. A clock that was set back, as that of a screen is when it first hears the server's, says nothing of
 *  how long it stood. */
export function moveTo(
  aim: Pick<Aim, 'key' | 'urgent'>,
  last: Moved | undefined,
  now: number,
  inStep: boolean,
): 'jump' | 'fly' | undefined {
  if (!last) return 'jump'
  if (last.key === aim.key) return undefined
  if (aim.urgent) return 'fly'
  const rested = inStep
    ? Math.floor(now / MOVE_GAP_MS) !== Math.floor(last.at / MOVE_GAP_MS)
    : now < last.at || now - last.at >= MOVE_GAP_MS
  return rested ? 'fly' : undefined
}
