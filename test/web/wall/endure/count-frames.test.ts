import { expect, test } from 'vitest'
import { countFrames } from '../../../../web/wall/endure/count-frames.ts'

const drawn = (instants: readonly number[]) => {
  const count = countFrames()
  for (const at of instants) count.take(at)
  return count
}
const every = (ms: number, count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n * ms)

test('frames a second are those of movement: the rest between two movements counts for nothing', () => {
  expect(drawn(every(20, 100)).read()).toBeCloseTo(50)
  expect(drawn([...every(20, 100), ...every(20, 100, 60_000)]).read()).toBeCloseTo(50)
})

test('a wall at rest has no frames a second, and the last movement is told once', () => {
  expect(drawn([]).read()).toBeNull()
  expect(drawn(every(1_000, 30)).read()).toBeNull()
  const moved = drawn(every(40, 50))
  expect(moved.read()).toBeCloseTo(25)
  expect(moved.read()).toBeNull()
})

test('each movement is counted by itself, and a few frames say nothing', () => {
  const count = drawn(every(20, 100))
  expect(count.read()).toBeCloseTo(50)
  for (const at of every(40, 50, 10_000)) count.take(at)
  expect(count.read()).toBeCloseTo(25)
  expect(drawn(every(20, 8)).read()).toBeNull()
})
