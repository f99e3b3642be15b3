import { closeRound } from './close-round.ts'
import { boundOfPairing, type Metric, matchOdd } from './match-odd.ts'
import { Parts, type Reach, reachFrom, type StreetNet, wayBack } from './street-net.ts'

/** A street gone once; `forward` as it is drawn. */
export interface Leg {
  street: number
  forward: boolean
}

export interface Round {
  legs: Leg[]
  metres: number
  requiredMetres: number
  /** No closed round over the same streets is shorter. */
  boundMetres: number
}

/** A closed round that passes every required street at least once, for each part of the net that no road joins to another: the rural postman's
 *  problem, which is NP-hard. As Frederickson (1979) does it: the parts of what is required are joined by a shortest spanning tree, joints where an
 *  odd number of streets meet are paired, and what is then gone twice to no use is left out. Where streets are one-way, what goes against
 *  them is led around.
 *  The bound: all that is required, and beside it at least what pairs its odd joints, or what leaves each of its parts and comes back.
 *  @param start a joint that the round comes by, or null
 *  @param tell how much of the work is done, 0 … 1 */
export function findRounds(
  net: StreetNet,
  required: readonly number[],
  start: number | null,
  tell: (share: number) => void = () => undefined,
): Round[] {
  const whole = new Parts(net.joints)
  for (const { from, to, metres } of net.streets) if (Number.isFinite(metres)) whole.join(from, to)
  const byPart = new Map<number, number[]>()
  for (const index of required) {
    const part = whole.of(net.streets[index]?.from ?? 0)
    byPart.set(part, [...(byPart.get(part) ?? []), index])
  }
  let done = 0
  return [...byPart]
    .map(([part, own]) => {
      const begun = done
      done += own.length
      return findRound(net, own, start !== null && whole.of(start) === part ? start : null, (share) =>
        tell((begun + share * own.length) / required.length),
      )
    })
    .sort((a, b) => b.requiredMetres - a.requiredMetres)
}

/** How the work of one round divides, by what a town of 800 roads takes: ways between odd joints, before and behind the joining of parts, and their
 *  pairing. */
const BOUNDED = 0.4
const MEASURED = 0.8
const PAIRED = 0.95

function findRound(
  net: StreetNet,
  required: readonly number[],
  start: number | null,
  tell: (share: number) => void,
): Round {
  const metresOf = (streets: readonly number[]): number =>
    streets.reduce((sum, index) => sum + (net.streets[index]?.metres ?? 0), 0)
  const requiredMetres = metresOf(required)
  const { ways, apartMetres } = joinParts(net, required, start)
  const oddOf = (streets: readonly number[]) => oddJoints(net, streets)
  const bounding = metricOf(net, oddOf(required), (share) => tell(share * BOUNDED))
  const bound = Math.max(apartMetres, boundOfPairing(bounding.metric))
  const odd = oddOf([...required, ...ways])
  const { metric, reaches } = metricOf(net, odd, (share) => tell(BOUNDED + share * (MEASURED - BOUNDED)))
  const partner = matchOdd(metric)
  tell(PAIRED)
  const pairing = odd.flatMap((_, one) => {
    const other = partner[one] ?? -1
    const [reach, goal] = [reaches[one], odd[other]]
    return other > one && reach && goal !== undefined ? wayBack(net, reach, goal) : []
  })
  const extra = withoutWaste(net, required, [...ways, ...pairing], start)
  const legs = closeRound(net, { required, extra }, start)
  return { ...legs, requiredMetres, boundMetres: requiredMetres + bound }
}

/** The shortest tree of ways between the parts of what is required, found from one search from all of them (Mehlhorn 1988); and a bound: around
 *  each part a belt half as wide as the way to its nearest neighbour is crossed twice. */
function joinParts(net: StreetNet, required: readonly number[], start: number | null) {
  const parts = new Parts(net.joints)
  const sources = new Set<number>(start === null ? [] : [start])
  for (const index of required) {
    const street = net.streets[index]
    if (!street) continue
    parts.join(street.from, street.to)
    sources.add(street.from).add(street.to)
  }
  const reach = reachFrom(net, sources)
  const bridges = net.streets
    .map(({ from, to, metres }, index) => ({
      ...{ index, from, to, a: parts.of(reach.source[from] ?? 0), b: parts.of(reach.source[to] ?? 0) },
      metres: (reach.metres[from] ?? 0) + metres + (reach.metres[to] ?? 0),
    }))
    .filter(({ a, b, metres }) => a !== b && Number.isFinite(metres))
    .sort((one, other) => one.metres - other.metres || one.index - other.index)
  const nearest = new Map<number, number>()
  const ways: number[] = []
  for (const { index, from, to, a, b, metres } of bridges) {
    for (const part of [a, b]) if (!nearest.has(part)) nearest.set(part, metres)
    if (parts.join(a, b)) ways.push(index, ...wayBack(net, reach, from), ...wayBack(net, reach, to))
  }
  return { ways, apartMetres: [...nearest.values()].reduce((sum, metres) => sum + metres, 0) }
}

function oddJoints({ streets }: StreetNet, gone: readonly number[]): number[] {
  const odd = new Set<number>()
  for (const index of gone)
    for (const joint of [streets[index]?.from, streets[index]?.to])
      if (joint !== undefined && !odd.delete(joint)) odd.add(joint)
  return [...odd].sort((a, b) => a - b)
}

function metricOf(
  net: StreetNet,
  joints: readonly number[],
  tell: (share: number) => void,
): { metric: Metric; reaches: Reach[] } {
  const metres = new Float64Array(joints.length ** 2)
  const reaches = joints.map((joint, row) => {
    const reach = reachFrom(net, [joint])
    for (const [column, other] of joints.entries()) metres[row * joints.length + column] = reach.metres[other] ?? 0
    tell((row + 1) / joints.length)
    return reach
  })
  return { metric: { count: joints.length, metres }, reaches }
}

/** What was added, less what was added twice: a street that is gone three times is gone once, and one that need not be gone at all is left out
 *  where the rest still hangs together. */
function withoutWaste(
  net: StreetNet,
  required: readonly number[],
  added: readonly number[],
  start: number | null,
): number[] {
  const times = new Map<number, number>()
  for (const index of added) times.set(index, (times.get(index) ?? 0) + 1)
  const needed = new Set(required)
  for (const [index, count] of times) times.set(index, needed.has(index) ? count % 2 : ((count - 1) % 2) + 1)
  const doubled = [...times].filter(([index, count]) => count === 2 && !needed.has(index)).map(([index]) => index)
  doubled.sort((a, b) => (net.streets[b]?.metres ?? 0) - (net.streets[a]?.metres ?? 0) || a - b)
  for (const index of doubled) {
    times.set(index, 0)
    if (!hangsTogether(net, [...required, ...[...times].flatMap(([one, count]) => (count ? [one] : []))], start))
      times.set(index, 2)
  }
  return [...times].flatMap(([index, count]) => Array.from({ length: count }, () => index))
}

function hangsTogether({ joints, streets }: StreetNet, gone: readonly number[], start: number | null): boolean {
  const parts = new Parts(joints)
  const ends = gone.flatMap((index) => {
    const street = streets[index]
    return street ? [street] : []
  })
  for (const { from, to } of ends) parts.join(from, to)
  const first = start ?? ends[0]?.from ?? 0
  return ends.every(({ from }) => parts.of(from) === parts.of(first))
}
