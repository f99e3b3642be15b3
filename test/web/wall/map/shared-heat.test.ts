import { expect, test } from 'vitest'
import type { HeatColumns } from '../../../../web/map/read-heat.ts'
import { sharedHeat } from '../../../../web/wall/map/shared-heat.ts'

const heat = (of: Partial<HeatColumns> = {}): HeatColumns => ({
  ...{ count: 2, seq: 1, from: '2026-11-01T00:00:00Z', to: '2026-11-22T00:00:00Z' },
  ...{ classes: ['01037'], sources: ['hotline'], lng: Int32Array.of(1, 2), lat: Int32Array.of(3, 4) },
  ...{ at: Uint32Array.of(5, 6), classOf: Uint8Array.of(0, 0), sourceOf: Uint8Array.of(0, 0) },
  ...of,
})

test('points that are read anew a minute later and are the same stay the same object', () => {
  const before = heat()
  expect(sharedHeat(before, heat({ seq: 9, to: '2026-11-22T00:01:00Z' }))).toBe(before)
})

test.each<[string, Partial<HeatColumns>]>([
  ['a point elsewhere', { lng: Int32Array.of(1, 9) }],
  ['a point of another class', { classOf: Uint8Array.of(0, 1) }],
  ['a class of another name', { classes: ['01038'] }],
  ['a point less', { count: 1, lng: Int32Array.of(1) }],
])('%s is another heat', (_, of) => {
  const next = heat(of)
  expect(sharedHeat(heat(), next)).toBe(next)
})

test('the first points are what was read', () => {
  const next = heat()
  expect(sharedHeat(undefined, next)).toBe(next)
})
