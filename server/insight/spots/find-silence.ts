import type { SpotRules } from '../../contract/spot-rules.ts'
import type { SilenceState } from '../../contract/spots.ts'
import { sortInSteps } from '../steps/sort-in-steps.ts'
import { toTheEnd } from '../steps/to-the-end.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { dot, fitPoissonInSteps, type PoissonFit } from './fit-poisson.ts'
import { multiply } from './matrices.ts'
import { beyond, Z95 } from './normal.ts'

/** What a cell is judged by. */
export interface Voice {
  cell: number
  observed: number
  /** Null where nobody knows: then nothing is expected of it. */
  people: number | null
  assets: number
}

export interface Silence extends Voice {
  expected: number | null
  /** Expected less observed, and the bounds within which chance leaves it 95 times of 100. */
  deficit: number | null
  low: number | null
  high: number | null
  z: number | null
  q: number | null
  rank: number | null
  state: SilenceState
}

type Term = 'constant' | 'log-people' | 'log-assets'

export interface SilenceModel {
  method: 'quasi-poisson-glm' | 'none'
  why: 'too-few-cells' | 'too-few-complaints' | 'did-not-settle' | null
  terms: { term: Term; value: number; error: number }[]
  dispersion: number | null
  cells: number
  complaints: number
}

const COVARIATES: { term: Term; of: (voice: Voice) => number }[] = [
  { term: 'log-people', of: ({ people }) => Math.log1p(people ?? 0) },
  { term: 'log-assets', of: ({ assets }) => Math.log1p(assets) },
]

/** Where fewer complain than people and things make one expect (N8): complaints ~ exp(a + b log(1 + people) + c log(1 + things)), a quasi-Poisson
 *  regression over the cells whose people are known. Ranked by the deficit in standard errors, which has what chance and the model do not know in it. */
export const findSilence = (
  voices: readonly Voice[],
  rule: SpotRules['silence'],
): { model: SilenceModel; cells: Silence[] } => toTheEnd(findSilenceInSteps(voices, rule))

/** As findSilence, in steps of some milliseconds each: a district has ten thousand cells. */
export function* findSilenceInSteps(
  voices: readonly Voice[],
  rule: SpotRules['silence'],
): Generator<void, { model: SilenceModel; cells: Silence[] }> {
  const known = voices.filter(({ people }) => people !== null)
  const complaints = known.reduce((sum, { observed }) => sum + observed, 0)
  const covariates = COVARIATES.filter(({ of }) => known.some((voice) => of(voice) !== of(known[0] ?? voice)))
  const design = known.map((voice) => [1, ...covariates.map(({ of }) => of(voice))])
  const few =
    known.length < rule.leastCells ? 'too-few-cells' : complaints < rule.leastComplaints ? 'too-few-complaints' : null
  const fit = few
    ? undefined
    : yield* fitPoissonInSteps(
        design,
        known.map(({ observed }) => observed),
      )
  const size = { cells: known.length, complaints }
  if (!fit) {
    const model: SilenceModel = { method: 'none', why: few ?? 'did-not-settle', terms: [], dispersion: null, ...size }
    return { model, cells: voices.map(unsaid) }
  }
  yield
  const terms = (['constant', ...covariates.map(({ term }) => term)] as const).map((term, at) => ({
    term,
    value: fit.coefficients[at] ?? 0,
    error: Math.sqrt(fit.dispersion * (fit.covariance[at]?.[at] ?? 0)),
  }))
  const judged = yield* judge(known, { fit, design, rule })
  const model: SilenceModel = { method: 'quasi-poisson-glm', why: null, terms, dispersion: fit.dispersion, ...size }
  return { model, cells: [...judged, ...voices.filter(({ people }) => people === null).map(unsaid)] }
}

const unsaid = (voice: Voice): Silence => ({
  ...voice,
  ...{ expected: null, deficit: null, low: null, high: null, z: null, q: null, rank: null, state: 'no-data' },
})

interface Reckoned {
  voice: Voice
  mean: number
  deficit: number
  error: number
  z: number
  said: boolean
}

/** A millisecond's worth. */
const AT_ONCE = 500

/** The most silent first; behind them those of which nothing can be said. */
function* judge(
  voices: readonly Voice[],
  { fit, design, rule }: { fit: PoissonFit; design: readonly number[][]; rule: SpotRules['silence'] },
): Generator<void, Silence[]> {
  const found: Reckoned[] = []
  for (const [at, voice] of voices.entries()) {
    if (at % AT_ONCE === 0) yield
    const [mean, row] = [fit.expected[at] ?? 0, design[at] ?? []]
    const ofMean = mean ** 2 * dot(row, multiply(fit.covariance, row))
    const error = Math.sqrt(fit.dispersion * (mean + ofMean))
    const deficit = mean - voice.observed
    found.push({ voice, mean, deficit, error, z: deficit / error, said: mean >= rule.leastExpected })
  }
  const reckoned = yield* sortInSteps(
    found,
    (a, b) => Number(b.said) - Number(a.said) || b.z - a.z || a.voice.cell - b.voice.cell,
  )
  const qs = falseDiscoveryRates(reckoned.map(({ z, said }) => (said ? beyond(z) : null)))
  yield
  return reckoned.map(({ voice, mean, deficit, error, z, said }, at): Silence => {
    const q = qs[at] ?? null
    const bounds = { low: deficit - Z95 * error, high: deficit + Z95 * error }
    return {
      ...voice,
      expected: mean,
      deficit,
      ...bounds,
      z,
      q,
      rank: said ? at + 1 : null,
      state: stateOf(z, q, rule),
    }
  })
}

function stateOf(z: number, q: number | null, { falseDiscovery }: SpotRules['silence']): SilenceState {
  if (q === null) return 'too-few'
  if (q > falseDiscovery) return 'as-expected'
  return z > 0 ? 'silent' : 'loud'
}
