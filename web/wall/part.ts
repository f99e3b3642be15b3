import type { Scene } from '../../server/contract/wall.ts'

/** Which piece of one picture a screen of a video wall shows, from the left: `index` 0 … `of` − 1. All its screens are of one size. */
export interface Part {
  index: number
  of: number
}

const MOST = 8

/** `1/3` of `?part=1/3`; null for a wall of one screen, and for what is no part. */
export function readPart(search: string): Part | null {
  const found = /^(\d)\/(\d)$/.exec(new URLSearchParams(search).get('part') ?? '')
  const [index, of] = [Number(found?.[1]) - 1, Number(found?.[2])]
  return index >= 0 && index < of && of > 1 && of <= MOST ? { index, of } : null
}

/** As a screen reports it. */
export const partText = (part: Part | null): string | null => (part ? `${part.index + 1}/${part.of}` : null)

/** The left column stands on the first screen, the right one on the last. */
export const isFirst = (part: Part | null): boolean => part === null || part.index === 0
export const isLast = (part: Part | null): boolean => part === null || part.index === part.of - 1

export interface SceneOfClock {
  index: number
  /** Unix ms at which it began. */
  since: number
}

/** The scene of a round at an instant of the server's clock (Unix ms): every screen of a video wall finds the same one without asking another.
 *  Rounds are counted from 1970 on, so that a screen that starts later falls into step. */
export function sceneByClock(scenes: readonly Pick<Scene, 'seconds'>[], now: number): SceneOfClock {
  const round = scenes.reduce((sum, { seconds }) => sum + seconds * 1_000, 0)
  if (round <= 0) return { index: 0, since: now }
  const begun = now - (now % round)
  let since = begun
  for (const [index, { seconds }] of scenes.entries()) {
    if (now < since + seconds * 1_000) return { index, since }
    since += seconds * 1_000
  }
  return { index: 0, since: begun }
}
