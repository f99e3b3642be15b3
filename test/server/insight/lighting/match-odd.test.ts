import { expect, test } from 'vitest'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import { boundOfPairing, type Metric, matchOdd } from '../../../../server/insight/lighting/patrol/match-odd.ts'

const COUNT = 8

function places(seed: number): Metric {
  const dice = seeded(seed)
  const at = Array.from({ length: COUNT }, () => [dice() * 1_000, dice() * 1_000] as const)
  return {
    count: COUNT,
    metres: Float64Array.from(at.flatMap(([x, y]) => at.map(([u, v]) => Math.hypot(x - u, y - v)))),
  }
}

/** Of all pairings the shortest. */
function shortest({ metres }: Metric, left: readonly number[]): number {
  const [first, ...others] = left
  if (first === undefined) return 0
  return Math.min(
    ...others.map(
      (other) =>
        (metres[first * COUNT + other] ?? 0) +
        shortest(
          { count: COUNT, metres },
          others.filter((one) => one !== other),
        ),
    ),
  )
}

test('pairs are at most a twentieth longer than the shortest on average, and the bound is never above it', () => {
  let [found, least, bound] = [0, 0, 0]
  for (let seed = 1; seed <= 120; seed++) {
    const metric = places(seed)
    const partner = matchOdd(metric)
    const metres = [...partner].reduce((sum, other, one) => sum + (metric.metres[one * COUNT + other] ?? 0) / 2, 0)
    for (const [one, other] of partner.entries()) expect(partner[other]).toBe(one)
    const best = shortest(metric, [...Array(COUNT).keys()])
    expect(metres).toBeGreaterThanOrEqual(best - 1e-9)
    expect(boundOfPairing(metric)).toBeLessThanOrEqual(best + 1e-9)
    found += metres
    least += best
    bound += boundOfPairing(metric)
  }
  expect(found / least).toBeLessThan(1.05)
  // It is worth having, too.
  expect(bound / least).toBeGreaterThan(0.75)
})
