import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isForAtlas } from '../../../web/atlas/use-live-city.ts'
import { runLevel } from '../../../web/live/run-level.ts'

const at = '2026-11-22T08:00:00.000Z'

test('the atlas looks again for a thing that changed, not for every case', () => {
  const fact = { seq: 8, at, kind: 'changed', entityId: 'x' }
  expect(isForAtlas({ event: 'change', data: { ...fact, entity: 'asset', state: null } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'change', data: { ...fact, entity: 'crew' } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'gone', data: { ...fact, entity: 'case', was: 'filed' } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'resync', data: { seq: 8, why: 'flood' } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'unreadable', data: { name: 'change' } }, 7)).toBe(true)
})

test('a pulse makes it look only where the log went on, and not before anything was read', () => {
  expect(isForAtlas({ event: 'pulse', data: { seq: 8, at } }, 7)).toBe(true)
  expect(isForAtlas({ event: 'pulse', data: { seq: 7, at } }, 7)).toBe(false)
  expect(isForAtlas({ event: 'pulse', data: { seq: 7, at } }, undefined)).toBe(false)
})

test('what is asked for during a run is done once more after it, never two at once', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const run = runLevel(async () => {
    most = Math.max(most, ++running)
    await setTimeout(20)
    running--
    runs++
    if (runs === 1) throw new Error('a failed run ends nothing')
  }, 10)
  for (let n = 0; n < 10; n++) run()
  await setTimeout(150)
  expect([runs, most]).toEqual([2, 1])
  run()
  await setTimeout(80)
  expect(runs).toBe(3)
})
