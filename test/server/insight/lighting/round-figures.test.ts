import { expect, test } from 'vitest'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import { findRounds } from '../../../../server/insight/lighting/patrol/find-round.ts'
import { boundOfPairing, type Metric, matchOdd } from '../../../../server/insight/lighting/patrol/match-odd.ts'
import { type Street, streetNet } from '../../../../server/insight/lighting/patrol/street-net.ts'

function places(seed: number, count: number): Metric {
  const dice = seeded(seed)
  const at = Array.from({ length: count }, () => [dice() * 1_000, dice() * 1_000] as const)
  return { count, metres: Float64Array.from(at.flatMap(([x, y]) => at.map(([u, v]) => Math.hypot(x - u, y - v)))) }
}

test('no exchange of partners between two pairs makes a pairing shorter', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const metric = places(seed, 60)
    const partner = matchOdd(metric)
    const far = (a: number, b: number): number => metric.metres[a * 60 + b] as number
    for (let a = 0; a < 60; a++)
      for (let c = 0; c < 60; c++) {
        const [b, d] = [partner[a] as number, partner[c] as number]
        if (c === a || c === b) continue
        expect(far(a, c) + far(b, d), `seed ${seed}`).toBeGreaterThanOrEqual(far(a, b) + far(c, d) - 1e-6)
      }
  }
})

test('circles that grow into what others leave make the bound better than halves of the nearest ways', () => {
  let [bound, halves] = [0, 0]
  for (let seed = 1; seed <= 20; seed++) {
    const metric = places(seed, 20)
    bound += boundOfPairing(metric)
    for (let one = 0; one < 20; one++)
      halves +=
        Math.min(
          ...Array.from({ length: 20 }, (_, other) =>
            other === one ? 1e9 : (metric.metres[one * 20 + other] as number),
          ),
        ) / 2
  }
  expect(bound / halves).toBeGreaterThan(1.1)
})

test('one-way streets around a block are gone their own way, whichever way they are drawn', () => {
  const ring = (isDrawnOnward: boolean): Street[] =>
    [0, 1, 2, 3].map((at) => {
      const [from, to] = isDrawnOnward ? [at, (at + 1) % 4] : [(at + 1) % 4, at]
      return { from, to, metres: 100, forward: isDrawnOnward, backward: !isDrawnOnward }
    })
  const against = (streets: readonly Street[]) =>
    streets.map((one) => ({ ...one, forward: !one.forward, backward: !one.backward }))
  for (const streets of [ring(true), ring(false), against(ring(true)), against(ring(false))])
    expect(findRounds(streetNet(4, streets), [0, 1, 2, 3], null)).toMatchObject([{ metres: 400 }])
})

test('no street is gone a third time, and none that is not asked for is gone twice to no use', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const dice = seeded(seed)
    const streets: Street[] = []
    const add = (from: number, to: number) =>
      streets.push({ from, to, metres: 40 + Math.round(dice() * 120), forward: true, backward: true })
    for (let y = 0; y < 6; y++)
      for (let x = 0; x < 6; x++) {
        if (x < 5) add(y * 6 + x, y * 6 + x + 1)
        if (y < 5) add(y * 6 + x, y * 6 + x + 6)
      }
    const required = [...streets.keys()].filter(() => dice() < 0.3)
    const times = new Map<number, number>()
    for (const { legs } of findRounds(streetNet(36, streets), required, null))
      for (const { street } of legs) times.set(street, (times.get(street) ?? 0) + 1)
    expect(Math.max(...times.values()), `seed ${seed}`).toBeLessThanOrEqual(2)
  }
})
