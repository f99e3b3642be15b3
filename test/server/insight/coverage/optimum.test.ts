import highsLoader from 'highs'
import { expect, test } from 'vitest'
import { GREEDY_SHARE } from '../../../../server/insight/coverage/cover-problem.ts'
import { comparedWithBest, gainOf } from './made-covers.ts'

test('of 50 made cities the best choice of places is found, and the greedy one is within its bound', {
  timeout: 30_000,
}, async () => {
  const highs = await highsLoader()
  let missed = 0
  for (let seed = 1; seed <= 50; seed += 1) {
    const { problem, most, best, exact, greedy, closed, fewest } = comparedWithBest(seed, highs)
    expect(exact).toMatchObject({ gain: best, proved: true })
    expect(gainOf(problem, exact?.chosen ?? [])).toBe(best)
    expect(exact?.chosen.length).toBeLessThanOrEqual(most)
    expect(gainOf(problem, greedy.chosen)).toBe(greedy.gain)
    expect(greedy.bound).toBeGreaterThanOrEqual(best)
    expect(greedy.gain / best).toBeGreaterThanOrEqual(GREEDY_SHARE)
    if (greedy.proved) expect(greedy.gain).toBe(best)
    if (greedy.gain < best) missed += 1
    if (seed % 10 === 0) expect(closed()?.chosen).toHaveLength(fewest)
  }
  // Were greed always right, nothing would be proved by it.
  expect(missed).toBeGreaterThan(0)
})
