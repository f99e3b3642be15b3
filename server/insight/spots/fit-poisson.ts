import { toTheEnd } from '../steps/to-the-end.ts'
import { invert, multiply } from './matrices.ts'

export interface PoissonFit {
  coefficients: number[]
  /** Of the coefficients, not yet multiplied by the dispersion. */
  covariance: number[][]
  expected: number[]
  /** Pearson's χ² by degrees of freedom; 1 at least. */
  dispersion: number
}

const MOST_ROUNDS = 60
const SETTLED = 1e-9
/** Beyond this an exponent says nothing of complaints any more. */
const MOST_LOG = 30

/** A Poisson regression with the logarithm as link, by iteratively reweighted least squares (McCullagh & Nelder, Generalized Linear Models, 2nd ed.
 *  1989, §2.5), the dispersion after Pearson (§9.2.4: quasi-likelihood). Each row of `design` begins with 1. Undefined where it does not settle,
 *  as with columns of which one follows from others. */
export function fitPoisson(design: readonly (readonly number[])[], counts: readonly number[]): PoissonFit | undefined {
  return toTheEnd(fitPoissonInSteps(design, counts))
}

/** As fitPoisson, a round at a time. */
export function* fitPoissonInSteps(
  design: readonly (readonly number[])[],
  counts: readonly number[],
): Generator<void, PoissonFit | undefined> {
  const terms = design[0]?.length ?? 0
  if (terms === 0 || design.length <= terms) return undefined
  let expected = counts.map((count) => count + 0.5)
  let deviance = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ROUNDS; round++) {
    yield
    const covariance = invert(weighted(design, expected))
    if (!covariance) return undefined
    yield
    const working = counts.map((count, row) => {
      const mean = expected[row] ?? 1
      return mean * Math.log(mean) + count - mean
    })
    const sums = Array.from({ length: terms }, (_, term) =>
      design.reduce((sum, of, row) => sum + (of[term] ?? 0) * (working[row] ?? 0), 0),
    )
    yield
    const coefficients = multiply(covariance, sums)
    expected = design.map((of) => Math.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, dot(of, coefficients)))))
    const now = devianceOf(counts, expected)
    if (Math.abs(deviance - now) <= SETTLED * (Math.abs(now) + 1)) {
      const last = invert(weighted(design, expected))
      return last && { coefficients, covariance: last, expected, dispersion: dispersionOf(counts, expected, terms) }
    }
    deviance = now
  }
  return undefined
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

/** X'WX with the means as weights. */
function weighted(design: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const terms = design[0]?.length ?? 0
  const sums = Array.from({ length: terms }, () => new Array<number>(terms).fill(0))
  for (const [row, of] of design.entries())
    for (const [i, line] of sums.entries())
      for (let j = 0; j < terms; j++) line[j] = (line[j] ?? 0) + (of[i] ?? 0) * (of[j] ?? 0) * (weights[row] ?? 0)
  return sums
}

function devianceOf(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, row) => {
    const mean = expected[row] ?? 1
    return sum + 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean))
  }, 0)
}

function dispersionOf(counts: readonly number[], expected: readonly number[], terms: number): number {
  const square = counts.reduce((sum, count, row) => sum + (count - (expected[row] ?? 1)) ** 2 / (expected[row] ?? 1), 0)
  return Math.max(1, square / (counts.length - terms))
}
