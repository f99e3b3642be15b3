import { expect, test } from 'vitest'
import { inSlices, NobodyWaits, nextTurn } from '../../../server/http/in-slices.ts'

function* busy(ms: number, told: { steps: number } = { steps: 0 }): Generator<void, string> {
  const until = performance.now() + ms
  while (performance.now() < until) {
    told.steps++
    yield
  }
  return 'done'
}

test('others are served every few milliseconds while something long goes on', async () => {
  let [last, most] = [performance.now(), 0]
  const pulse = setInterval(() => {
    most = Math.max(most, performance.now() - last)
    last = performance.now()
  }, 1)
  expect(await inSlices(busy(300))).toBe('done')
  clearInterval(pulse)
  // A slice is 8 ms; in one piece it would be 300.
  expect(most).toBeLessThan(150)
})

test('several long ones take turns, so that their slices do not add up', async () => {
  const order: number[] = []
  const task = (own: number) => async () => {
    for (let i = 0; i < 3; i++) {
      await nextTurn()
      order.push(own)
    }
  }
  let turns = 0
  let isOver = false
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      turns++
    }
  })()
  await Promise.all([task(1)(), task(2)(), task(3)()])
  isOver = true
  await others
  expect(order).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3])
  expect(turns).toBeGreaterThanOrEqual(7)
})

test('what nobody waits for any longer ends within a slice; what was begun for nobody never begins', async () => {
  const [stop, told] = [new AbortController(), { steps: 0 }]
  const reckoned = inSlices(busy(5_000, told), stop.signal)
  const begun = performance.now()
  setTimeout(() => stop.abort(), 30)
  await expect(reckoned).rejects.toThrow(NobodyWaits)
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(told.steps).toBeGreaterThan(0)
  const never = { steps: 0 }
  await expect(inSlices(busy(50, never), AbortSignal.abort())).rejects.toMatchObject({ status: 400 })
  expect(never.steps).toBe(0)
})
