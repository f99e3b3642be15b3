import type { Highs } from 'highs'
import { exactCover, fewestCover, greedyCover } from '../../../../server/insight/coverage/cover-problem.ts'

/** Numbers 0 … 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const [WANTS, PLACES] = [14, 10]

function made(seed: number) {
  const random = dice(seed * 7919)
  const weights = Array.from({ length: WANTS }, () => 1 + Math.floor(random() * 30))
  const covers = Array.from({ length: PLACES }, () => weights.flatMap((_, want) => (random() < 0.25 ? [want] : [])))
  return { weights, covers }
}

const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length
export const gainOf = ({ weights, covers }: ReturnType<typeof made>, places: readonly number[]): number =>
  [...new Set(places.flatMap((place) => covers[place] ?? []))].reduce((sum, want) => sum + (weights[want] ?? 0), 0)

/** Of every choice of places, by the bits of its number. */
function gainsOfAll({ weights, covers }: ReturnType<typeof made>): number[] {
  const wants = covers.map((of) => of.reduce((bits, want) => bits | (1 << want), 0))
  const served = new Uint32Array(2 ** PLACES)
  return Array.from(served, (_, bits) => {
    const first = bits === 0 ? 0 : 31 - Math.clz32(bits & -bits)
    served[bits] = (served[bits & (bits - 1)] ?? 0) | (bits === 0 ? 0 : (wants[first] ?? 0))
    return weights.reduce((sum, weight, want) => sum + ((served[bits] ?? 0) & (1 << want) ? weight : 0), 0)
  })
}

/** A made city small enough to try every choice: what is best, and what was found. */
export function comparedWithBest(seed: number, highs: Pick<Highs, 'solve'>) {
  const problem = made(seed)
  const most = 2 + (seed % 3)
  const gains = gainsOfAll(problem)
  const all = gains.at(-1) ?? 0
  const how = { highs, seconds: 10 }
  return {
    problem,
    most,
    best: Math.max(...gains.filter((_, bits) => ones(bits) <= most)),
    fewest: Math.min(...gains.flatMap((gain, bits) => (gain === all ? [ones(bits)] : []))),
    exact: exactCover(problem, most, how),
    greedy: greedyCover(problem, most),
    closed: () => fewestCover(problem, how),
  }
}
