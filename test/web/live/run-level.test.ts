import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runLevel } from '../../../web/live/run-level.ts'

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
