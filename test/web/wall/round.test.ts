import { expect, test } from 'vitest'
import type { SceneCall } from '../../../server/contract/wall.ts'
import { findPlace, isCalled, type Round, stepRound } from '../../../web/wall/round.ts'

const SCENES = [
  { id: 'overview', seconds: 10 },
  { id: 'lighting', seconds: 5 },
  { id: 'crews', seconds: 20 },
]
const at = (index: number, shownMs = 0): Round => ({ id: SCENES[index]?.id ?? '', index, shownMs })

/** So long passes, a quarter of a second at a time. */
function pass(round: Round, seconds: number, scenes = SCENES): Round {
  let now = round
  for (let step = 0; step < seconds * 4; step += 1) now = stepRound(now, 250, scenes)
  return now
}

test('each scene is shown for its seconds, and after the last comes the first', () => {
  expect(pass(at(0), 9.75).id).toBe('overview')
  expect(pass(at(0), 10).id).toBe('lighting')
  expect(pass(at(0), 15).id).toBe('crews')
  expect(pass(at(0), 35)).toEqual(at(0))
})

test('what holds the screen costs a scene none of its time', () => {
  const held = stepRound(at(0, 9_000), 0, SCENES)
  expect(held).toEqual(at(0, 9_000))
})

test('a screen that slept for an hour goes on with the scene that it showed', () => {
  expect(stepRound(at(2), 3_600_000, SCENES)).toEqual(at(2, 5_000))
})

test('a clock that runs backwards does not', () => {
  expect(stepRound(at(1, 2_000), -60_000, SCENES)).toEqual(at(1, 2_000))
})

test('loaded anew the wall shows the scene that it showed', () => {
  expect(findPlace({ id: 'crews', index: 2 }, SCENES)).toEqual(at(2))
  expect(findPlace(undefined, SCENES)).toEqual(at(0))
})

test('a scene that moved in the round is found where it is now', () => {
  const moved = [SCENES[2], SCENES[0], SCENES[1]].flatMap((one) => one ?? [])
  expect(findPlace({ id: 'crews', index: 2 }, moved)).toMatchObject({ id: 'crews', index: 0 })
  expect(stepRound(at(2, 4_000), 250, moved)).toMatchObject({ id: 'crews', index: 0 })
})

test('in the place of a scene that is gone stands the one after it, and behind the end the last', () => {
  expect(findPlace({ id: 'gone', index: 1 }, SCENES).id).toBe('lighting')
  expect(stepRound(at(2), 250, SCENES.slice(0, 2)).id).toBe('lighting')
})

const CALL: SceneCall = { scene: 'crews', calledAt: '2026-05-06T09:00:00Z', until: '2026-05-06T09:10:00Z' }
const ms = (time: string): number => Date.parse(`2026-05-06T${time}Z`)

test('a called scene holds until its instant; without one until it is let go', () => {
  expect(isCalled(CALL, ms('09:09:59'), SCENES)).toBe(true)
  expect(isCalled(CALL, ms('09:10:00'), SCENES)).toBe(false)
  expect(isCalled({ ...CALL, until: null }, ms('23:00:00'), SCENES)).toBe(true)
  expect(isCalled(null, ms('09:00:00'), SCENES)).toBe(false)
})

test('a call for a scene that is no longer there holds nothing', () => {
  expect(isCalled({ ...CALL, scene: 'gone' }, ms('09:01:00'), SCENES)).toBe(false)
})
