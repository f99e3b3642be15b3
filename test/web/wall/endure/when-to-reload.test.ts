import { expect, test } from 'vitest'
import {
  BUSY_MOST_MS,
  EMERGENCY_MOST_MS,
  QUIET_MS,
  type ReloadFacts,
  whenToReload,
} from '../../../../web/wall/endure/when-to-reload.ts'

const HOUR = 3_600_000
const at = (time: string): number => Date.parse(`2026-11-22T${time}:00+08:00`)
const facts = (of: Partial<ReloadFacts> = {}): ReloadFacts => ({
  ...{ now: at('14:00'), upMs: 20 * HOUR, otherBuildMs: undefined, whole: true, emergency: false },
  ...{ sinceNewsMs: 60_000, chance: 0.5 },
  ...of,
})

test('a wall that shows the present build stays as it is by day', () => {
  expect(whenToReload(facts())).toBeUndefined()
})

test('another build is loaded as soon as nothing has happened for a moment', () => {
  expect(whenToReload(facts({ otherBuildMs: 0 }))).toBe('build')
  expect(whenToReload(facts({ otherBuildMs: 0, sinceNewsMs: QUIET_MS - 1 }))).toBeUndefined()
})

test('a city that is never quiet keeps an old page ten minutes, an emergency an hour', () => {
  const busy = { sinceNewsMs: 0 }
  expect(whenToReload(facts({ ...busy, otherBuildMs: BUSY_MOST_MS - 1 }))).toBeUndefined()
  expect(whenToReload(facts({ ...busy, otherBuildMs: BUSY_MOST_MS }))).toBe('build')
  const emergency = { emergency: true }
  expect(whenToReload(facts({ ...emergency, otherBuildMs: BUSY_MOST_MS }))).toBeUndefined()
  expect(whenToReload(facts({ ...emergency, otherBuildMs: EMERGENCY_MOST_MS }))).toBe('build')
})

test('nothing is ever loaded while a file of the next page is missing or the server is away', () => {
  for (const of of [{ otherBuildMs: EMERGENCY_MOST_MS * 10 }, { now: at('04:00') }])
    expect(whenToReload(facts({ ...of, whole: false }))).toBeUndefined()
})

test('once in a night, between half past three and five in Shanghai, each screen has an hour of its own', () => {
  const isAt = (time: string, chance: number) => whenToReload(facts({ now: at(time), chance })) === 'night'
  expect([isAt('03:29', 0), isAt('03:30', 0), isAt('04:29', 0), isAt('04:30', 0)]).toEqual([false, true, true, false])
  expect([isAt('03:59', 1), isAt('04:00', 1), isAt('04:59', 1), isAt('05:00', 1)]).toEqual([false, true, true, false])
})

test('a page that was opened in this night is not loaded again in it, and never during an emergency', () => {
  expect(whenToReload(facts({ now: at('04:00'), upMs: 11 * HOUR }))).toBeUndefined()
  expect(whenToReload(facts({ now: at('04:00'), emergency: true }))).toBeUndefined()
  expect(whenToReload(facts({ now: at('04:00'), sinceNewsMs: 1_000 }))).toBeUndefined()
})
