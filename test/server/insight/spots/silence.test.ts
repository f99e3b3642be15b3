import { expect, test } from 'vitest'
import { findSilence, type Voice } from '../../../../server/insight/spots/find-silence.ts'
import { fitPoisson } from '../../../../server/insight/spots/fit-poisson.ts'
import { dice } from '../../city/made-layers.ts'

const RULE = { leastExpected: 3, leastCells: 30, leastComplaints: 50, falseDiscovery: 0.05 }

/** Knuth's way; means here are small. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let [count, product] = [0, random()]
  while (product > limit) {
    count += 1
    product *= random()
  }
  return count
}

/** Complaints as people and things make them; every twentieth cell tells one of five. */
function madeCity(seed: number, cells = 600): { voices: Voice[]; muted: Set<number> } {
  const random = dice(seed)
  const muted = new Set<number>()
  const voices = Array.from({ length: cells }, (_, cell): Voice => {
    const isMuted = cell % 20 === 7
    const people = Math.floor(isMuted ? 300 + random() * 600 : random() * 900)
    const assets = Math.floor(10 + random() * 80)
    const mean = Math.exp(-1.5 + 0.5 * Math.log1p(people) + 0.3 * Math.log1p(assets))
    if (isMuted) muted.add(cell)
    return { cell, people, assets, observed: poisson(isMuted ? mean / 5 : mean, random) }
  })
  return { voices, muted }
}

test('a regression finds what glm finds: Dobson (1990), the example of R’s help page of glm', () => {
  const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12]
  const design = counts.map((_, at) => {
    const [outcome, treatment] = [at % 3, Math.floor(at / 3)]
    return [1, Number(outcome === 1), Number(outcome === 2), Number(treatment === 1), Number(treatment === 2)]
  })
  const fit = fitPoisson(design, counts)
  const published = [3.0445, -0.4543, -0.293, 0, 0]
  const errors = [0.1709, 0.2022, 0.1927, 0.2, 0.2]
  for (const [at, value] of published.entries()) {
    expect(fit?.coefficients[at]).toBeCloseTo(value, 4)
    expect(Math.sqrt(fit?.covariance[at]?.[at] ?? 0)).toBeCloseTo(errors[at] ?? 0, 4)
  }
})

test('cells that tell one complaint of five rank in the top decile, in ten made cities', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { voices, muted } = madeCity(seed)
    const { cells } = findSilence(voices, RULE)
    const ranked = cells.filter(({ rank }) => rank !== null)
    const decile = new Set(ranked.slice(0, Math.ceil(ranked.length / 10)).map(({ cell }) => cell))
    expect(
      [...muted].filter((cell) => !decile.has(cell)),
      `seed ${seed}`,
    ).toEqual([])
    const false_ = cells.filter(({ cell, state }) => state === 'silent' && !muted.has(cell))
    expect(false_.length, `seed ${seed}`).toBeLessThanOrEqual(3)
  }
})

test('where nobody is silent hardly any cell is called so, and the bounds hold the deficit', () => {
  const { voices } = madeCity(77)
  const spoken = voices.filter(({ cell }) => cell % 20 !== 7)
  const { cells, model } = findSilence(spoken, RULE)
  expect(model).toMatchObject({ method: 'quasi-poisson-glm', why: null, cells: 570 })
  expect(model.terms.map(({ value, error }, at) => Math.abs(value - ([-1.5, 0.5, 0.3][at] ?? 0)) < 4 * error)).toEqual([
    ...[true, true, true],
  ])
  expect(cells.filter(({ state }) => state === 'silent').length).toBeLessThanOrEqual(1)
  const said = cells.filter(({ rank }) => rank !== null)
  const held = said.filter(({ low, high }) => (low ?? 0) <= 0 && (high ?? 0) >= 0).length / said.length
  expect(held).toBeGreaterThan(0.92)
  expect(held).toBeLessThan(0.98)
})

test('of an empty place, of one nobody knows, and of a city with hardly a complaint nothing is said', () => {
  const { voices } = madeCity(3)
  const odd: Voice[] = [
    { cell: 9_001, people: 0, assets: 0, observed: 0 },
    { cell: 9_002, people: null, assets: 5, observed: 4 },
  ]
  const { cells } = findSilence([...voices, ...odd], RULE)
  const stateOf = (cell: number) => cells.find((one) => one.cell === cell)
  expect(stateOf(9_001)).toMatchObject({ state: 'too-few', rank: null, q: null })
  expect(stateOf(9_002)).toMatchObject({ state: 'no-data', expected: null, deficit: null, rank: null })
  expect(findSilence(voices.slice(0, 29), RULE).model.why).toBe('too-few-cells')
  const quiet = voices.map((voice) => ({ ...voice, observed: voice.cell === 0 ? 49 : 0 }))
  expect(findSilence(quiet, RULE).model).toMatchObject({ method: 'none', why: 'too-few-complaints', terms: [] })
})

test('a term that is the same everywhere is left out', () => {
  const { voices } = madeCity(5)
  const { model } = findSilence(
    voices.map((voice) => ({ ...voice, assets: 4 })),
    RULE,
  )
  expect(model.terms.map(({ term }) => term)).toEqual(['constant', 'log-people'])
})
