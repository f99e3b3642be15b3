import { expect, test } from 'vitest'
import { seeded } from '../../../../server/insight/day-plan/seeded.ts'
import { findRounds, type Round } from '../../../../server/insight/lighting/patrol/find-round.ts'
import { type Street, streetNet } from '../../../../server/insight/lighting/patrol/street-net.ts'

const both = (from: number, to: number, metres: number): Street => ({ from, to, metres, forward: true, backward: true })

/** Joints of w × h blocks of 100 m; the streets east, then those north. */
function grid(w: number, h: number): Street[] {
  const at = (x: number, y: number) => y * w + x
  const streets: Street[] = []
  for (let y = 0; y < h; y++) for (let x = 0; x + 1 < w; x++) streets.push(both(at(x, y), at(x + 1, y), 100))
  for (let y = 0; y + 1 < h; y++) for (let x = 0; x < w; x++) streets.push(both(at(x, y), at(x, y + 1), 100))
  return streets
}

/** Whether it is one closed walk over all that is required; in which order it passes joints. */
function checkRound({ legs, metres }: Round, streets: readonly Street[], required: readonly number[]): number[] {
  const ends = legs.map(({ street, forward }) => {
    const { from, to } = streets[street] as Street
    return forward ? [from, to] : [to, from]
  })
  for (const [index, [from]] of ends.entries()) expect(from).toBe(ends.at(index - 1)?.[1])
  for (const index of required) expect(legs.some(({ street }) => street === index)).toBe(true)
  expect(metres).toBeCloseTo(
    legs.reduce((sum, { street }) => sum + (streets[street]?.metres ?? 0), 0),
    6,
  )
  return ends.map(([from]) => from as number)
}

/** The shortest closed walk over what is required, by looking at every state of (joint, passed): for a handful of streets. */
function shortest(streets: readonly Street[], required: readonly number[]): number {
  const first = streets[required[0] as number]?.from as number
  const best = new Map([[first * 1024, 0]])
  const open = [{ state: first * 1024, metres: 0 }]
  for (;;) {
    open.sort((a, b) => b.metres - a.metres)
    const { state, metres } = open.pop() as { state: number; metres: number }
    const [joint, passed] = [Math.floor(state / 1024), state % 1024]
    if (passed === 2 ** required.length - 1 && joint === first) return metres
    if (metres > (best.get(state) ?? 0)) continue
    for (const [index, street] of streets.entries()) {
      const isOut = street.from === joint && street.forward
      if (!isOut && !(street.to === joint && street.backward)) continue
      const bit = required.indexOf(index)
      const next = (isOut ? street.to : street.from) * 1024 + (bit < 0 ? passed : passed | (2 ** bit))
      if (metres + street.metres >= (best.get(next) ?? Number.POSITIVE_INFINITY)) continue
      best.set(next, metres + street.metres)
      open.push({ state: next, metres: metres + street.metres })
    }
  }
}

test('a block is walked around once, and a dead end there and back', () => {
  const block = [both(0, 1, 100), both(1, 2, 50), both(2, 3, 100), both(3, 0, 50)]
  const [round] = findRounds(streetNet(4, block), [0, 1, 2, 3], null)
  expect(round).toMatchObject({ metres: 300, requiredMetres: 300, boundMetres: 300 })
  const [withEnd] = findRounds(streetNet(5, [...block, both(2, 4, 30)]), [0, 1, 2, 3, 4], null)
  expect(withEnd).toMatchObject({ metres: 360, requiredMetres: 330, boundMetres: 360 })
})

test('two blocks apart are joined by the shortest way, there and back, and the bound knows it', () => {
  const streets = [
    ...[both(0, 1, 100), both(1, 2, 100), both(2, 0, 100)],
    ...[both(3, 4, 100), both(4, 5, 100), both(5, 3, 100)],
    ...[both(2, 3, 40), both(1, 4, 70)],
  ]
  const [round] = findRounds(streetNet(6, streets), [0, 1, 2, 3, 4, 5], null)
  expect(round).toMatchObject({ metres: 680, boundMetres: 680 })
})

test('on small nets the round is at most an eighth longer than the shortest, which the bound never exceeds', () => {
  let [sum, best] = [0, 0]
  for (let seed = 1; seed <= 60; seed++) {
    const dice = seeded(seed)
    const streets = grid(3, 3).map((street) => ({ ...street, metres: 50 + Math.round(dice() * 100) }))
    const required = [...streets.keys()].filter(() => dice() < 0.45).slice(0, 8)
    if (required.length === 0) continue
    const [round] = findRounds(streetNet(9, streets), required, null) as [Round]
    checkRound(round, streets, required)
    const least = shortest(streets, required)
    expect(round.boundMetres).toBeLessThanOrEqual(least + 1e-6)
    expect(round.metres).toBeGreaterThanOrEqual(least - 1e-6)
    sum += round.metres
    best += least
  }
  expect(sum / best).toBeLessThan(1.125)
})

test('nothing is gone against a one-way street, and the round is closed all the same', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const dice = seeded(seed)
    // The rim stays open both ways, so that everything can be reached.
    const streets = grid(4, 4).map((street) => {
      const isInner = [street.from, street.to].some((joint) => [5, 6, 9, 10].includes(joint))
      return isInner && dice() < 0.4 ? { ...street, [dice() < 0.5 ? 'forward' : 'backward']: false } : street
    })
    const isTrap = [5, 6, 9, 10].some(
      (joint) =>
        !streets.some((one) => (one.from === joint && one.forward) || (one.to === joint && one.backward)) ||
        !streets.some((one) => (one.to === joint && one.forward) || (one.from === joint && one.backward)),
    )
    if (isTrap) continue
    const required = [...streets.keys()]
    const [round] = findRounds(streetNet(16, streets), required, null) as [Round]
    checkRound(round, streets, required)
    const against = round.legs.filter(({ street, forward }) => !streets[street]?.[forward ? 'forward' : 'backward'])
    expect(against).toEqual([])
    expect(round.metres).toBeGreaterThanOrEqual(round.boundMetres)
  }
})

test('a round comes by its start; parts that no road joins are rounds of their own', () => {
  const streets = [...grid(3, 3), both(9, 10, 500)]
  const [first, second] = findRounds(streetNet(11, streets), [0, 12], 8) as [Round, Round]
  expect(second).toMatchObject({ requiredMetres: 100, metres: 800 })
  expect(checkRound(second, streets, [0])).toContain(8)
  expect(first).toMatchObject({ requiredMetres: 500, metres: 1_000, boundMetres: 1_000 })
})

test('the work tells how much of it is done, and never less than before', () => {
  const streets = grid(6, 6)
  const told: number[] = []
  const required = streets.map((_, index) => index)
  findRounds(streetNet(36, streets), required, null, (share) => told.push(share))
  expect(told.length).toBeGreaterThan(10)
  for (const [index, share] of told.entries()) {
    expect(share).toBeGreaterThanOrEqual(told[index - 1] ?? 0)
    expect(share).toBeLessThanOrEqual(1)
  }
})
