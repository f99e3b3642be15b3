import { expect, test } from 'vitest'
import { makeProgress } from '../../../server/http/progress.ts'

test('who waits for a row is let go when it, or a later one, is reached, and not before', async () => {
  const progress = makeProgress()
  progress.reach(3)
  expect(await progress.until(3, 0)).toBe(true)
  const released: number[] = []
  const waits = [4, 5, 7].map((seq) => progress.until(seq, 1_000).then((there) => there && released.push(seq)))
  progress.reach(5)
  await Promise.all(waits.slice(0, 2))
  expect([released, progress.seq]).toEqual([[4, 5], 5])
  progress.reach(9)
  await Promise.all(waits)
  expect(released).toEqual([4, 5, 7])
})

test('nobody waits for longer than they said, and the picture never goes back', async () => {
  const progress = makeProgress()
  progress.reach(2)
  progress.reach(1)
  expect(progress.seq).toBe(2)
  expect(await progress.until(3, 10)).toBe(false)
})
