import type { Highs } from 'highs'

/** Wants that places can serve: which places to choose. */
export interface CoverProblem {
  /** What serving each want is worth, above 0. */
  weights: ArrayLike<number>
  /** By place, the wants that it serves. */
  covers: readonly (readonly number[])[]
}

export interface Choice {
  /** Numbers of places, the one that serves most first. */
  chosen: number[]
  /** What each of them adds to those before it. */
  gains: number[]
  gain: number
  /** No choice of as many places gains more. */
  bound: number
  proved: boolean
  method: 'exact' | 'greedy'
}

/** Of the best choice a greedy one has at least this share (Nemhauser, Wolsey and Fisher 1978). */
export const GREEDY_SHARE = 1 - 1 / Math.E

/** The place that adds most, then the next, until there are `most` of them or nothing is left to serve. The bound holds for what was gained at
 *  each step: no `most` places add more to a choice than the `most` that add most one by one. */
export function greedyCover({ weights, covers }: CoverProblem, most: number): Choice {
  const served = new Uint8Array(weights.length)
  const add = Float64Array.from(covers, (wants) => wants.reduce((sum, want) => sum + (weights[want] as number), 0))
  const servers: number[][] = Array.from({ length: weights.length }, () => [])
  for (const [place, wants] of covers.entries()) for (const want of wants) servers[want]?.push(place)
  const [chosen, gains]: [number[], number[]] = [[], []]
  let gain = 0
  let bound = gain + largest(add, most)
  while (chosen.length < most) {
    let best = -1
    for (let place = 0; place < add.length; place++)
      if ((add[place] as number) > 1e-9 && (best < 0 || (add[place] as number) > (add[best] as number))) best = place
    if (best < 0) break
    const more = add[best] as number
    chosen.push(best)
    gains.push(more)
    gain += more
    for (const want of covers[best] ?? []) {
      if (served[want]) continue
      served[want] = 1
      for (const place of servers[want] ?? []) add[place] = (add[place] as number) - (weights[want] as number)
    }
    bound = Math.min(bound, gain + largest(add, most))
  }
  const proved = bound - gain < 1e-6
  return { chosen, gains, gain, bound: Math.max(gain, bound), proved, method: 'greedy' }
}

/** The sum of the `most` largest. */
function largest(values: Float64Array, most: number): number {
  const sorted = most < values.length ? values.toSorted() : values
  let sum = 0
  for (let i = Math.max(0, sorted.length - most); i < sorted.length; i++) sum += Math.max(0, sorted[i] as number)
  return sum
}

/** Larger ones take HiGHS longer than anybody waits. */
export const EXACT_ENTRIES = 60_000

export const isSmall = ({ covers }: CoverProblem): boolean =>
  covers.reduce((sum, wants) => sum + wants.length, 0) <= EXACT_ENTRIES

/** The best `most` places (maximal covering location), proved by HiGHS; undefined when it does not come to an end in time. */
export function exactCover(
  problem: CoverProblem,
  most: number,
  { highs, seconds }: { highs: Pick<Highs, 'solve'>; seconds: number },
): Choice | undefined {
  const { weights, covers } = problem
  const servers = serversOf(problem)
  const wants = servers.flatMap((places, want) => (places.length > 0 ? [want] : []))
  if (wants.length === 0) return { chosen: [], gains: [], gain: 0, bound: 0, proved: true, method: 'exact' }
  const lines = [
    'Maximize',
    ` gain: ${wants.map((want) => `${weights[want]} y${want}`).join(' + ')}`,
    'Subject To',
    ...wants.map(
      (want) => ` c${want}: ${(servers[want] ?? []).map((place) => `x${place}`).join(' + ')} - y${want} >= 0`,
    ),
    ` k: ${covers.map((_, place) => `x${place}`).join(' + ')} <= ${most}`,
    'Bounds',
    ...wants.map((want) => ` 0 <= y${want} <= 1`),
    'Binary',
    ` ${covers.map((_, place) => `x${place}`).join(' ')}`,
  ]
  return solved(problem, lines, { highs, seconds })
}

/** The fewest places that serve all that can be served (set covering), as `exactCover`. */
export function fewestCover(
  problem: CoverProblem,
  { highs, seconds }: { highs: Pick<Highs, 'solve'>; seconds: number },
): Choice | undefined {
  const servers = serversOf(problem).filter((places) => places.length > 0)
  if (servers.length === 0) return { chosen: [], gains: [], gain: 0, bound: 0, proved: true, method: 'exact' }
  const lines = [
    'Minimize',
    ` sites: ${problem.covers.map((_, place) => `x${place}`).join(' + ')}`,
    'Subject To',
    ...servers.map((places, at) => ` c${at}: ${places.map((place) => `x${place}`).join(' + ')} >= 1`),
    'Binary',
    ` ${problem.covers.map((_, place) => `x${place}`).join(' ')}`,
  ]
  return solved(problem, lines, { highs, seconds })
}

function serversOf({ weights, covers }: CoverProblem): number[][] {
  const servers: number[][] = Array.from({ length: weights.length }, () => [])
  for (const [place, wants] of covers.entries()) for (const want of wants) servers[want]?.push(place)
  return servers
}

function solved(
  problem: CoverProblem,
  lines: readonly string[],
  { highs, seconds }: { highs: Pick<Highs, 'solve'>; seconds: number },
): Choice | undefined {
  const options = { output_flag: false, mip_rel_gap: 0, time_limit: seconds }
  const { Status, Columns } = highs.solve(`${[...lines, 'End'].join('\n')}\n`, options)
  if (Status !== 'Optimal') return undefined
  const places = problem.covers.flatMap((_, place) => ((Columns[`x${place}`]?.Primal ?? 0) > 0.5 ? [place] : []))
  const { chosen, gains, gain } = greedyCover(
    { ...problem, covers: problem.covers.map((wants, place) => (places.includes(place) ? wants : [])) },
    places.length,
  )
  return { chosen, gains, gain, bound: gain, proved: true, method: 'exact' }
}
