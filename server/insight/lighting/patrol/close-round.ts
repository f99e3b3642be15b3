import type { Leg } from './find-round.ts'
import { otherEnd, type Reach, reachFrom, type StreetNet, wayBack } from './street-net.ts'

/** One closed walk over streets that meet at every joint in an even number and hang together (Hierholzer), begun at `start`; where it would go
 *  against a one-way street it is led around. Both directions of the whole are tried. */
export function closeRound(
  net: StreetNet,
  { required, extra }: { required: readonly number[]; extra: readonly number[] },
  start: number | null,
): { legs: Leg[]; metres: number } {
  const walk = eulerWalk(net, [...required, ...extra], start ?? net.streets[required[0] ?? 0]?.from ?? 0)
  const back = walk.map(({ street, forward }) => ({ street, forward: !forward })).reverse()
  const ways = new Map<number, Reach>()
  const found = [walk, back].map((one) => legalWalk(net, one, { needed: new Set(required), ways }))
  const metresOf = (legs: readonly Leg[]): number =>
    legs.reduce((sum, { street }) => sum + (net.streets[street]?.metres ?? 0), 0)
  const [there, reverse] = found.map((legs) => ({ legs, metres: metresOf(legs) }))
  if (!there || !reverse) return { legs: [], metres: 0 }
  return reverse.metres < there.metres ? reverse : there
}

function eulerWalk({ streets, joints }: StreetNet, gone: readonly number[], start: number): Leg[] {
  const at: number[][] = Array.from({ length: joints }, () => [])
  for (const [copy, index] of gone.entries()) {
    const street = streets[index]
    if (!street) continue
    at[street.from]?.push(copy)
    at[street.to]?.push(copy)
  }
  const used = new Uint8Array(gone.length)
  const stack: { joint: number; leg: Leg | null }[] = [{ joint: start, leg: null }]
  const walk: Leg[] = []
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { joint } = top
    let copy = at[joint]?.pop()
    while (copy !== undefined && used[copy]) copy = at[joint]?.pop()
    const index = copy === undefined ? undefined : gone[copy]
    const street = index === undefined ? undefined : streets[index]
    if (copy === undefined || index === undefined || !street) {
      stack.pop()
      if (top.leg) walk.push(top.leg)
      continue
    }
    used[copy] = 1
    stack.push({ joint: otherEnd(street, joint), leg: { street: index, forward: street.from === joint } })
  }
  return walk.reverse()
}

/** The same places in the same order, with nothing gone against a one-way street. One that has to be passed is passed its own way; where nothing
 *  else leads, it is gone as it is, on foot. */
function legalWalk(
  net: StreetNet,
  walk: readonly Leg[],
  { needed, ways }: { needed: Set<number>; ways: Map<number, Reach> },
): Leg[] {
  const isLegal = ({ street, forward }: Leg): boolean =>
    net.streets[street]?.[forward ? 'forward' : 'backward'] === true
  for (const leg of walk) if (isLegal(leg)) needed.delete(leg.street)
  const wayFrom = (from: number, to: number): Leg[] | undefined => {
    const reach = ways.get(from) ?? reachFrom(net, [from], true)
    ways.set(from, reach)
    if (!Number.isFinite(reach.metres[to] ?? Number.POSITIVE_INFINITY)) return undefined
    const legs: Leg[] = []
    let joint = to
    for (const street of wayBack(net, reach, to)) {
      const { from: begin, to: end } = net.streets[street] ?? { from: 0, to: 0 }
      // Gone towards `joint`, which it was reached at.
      legs.push({ street, forward: end === joint })
      joint = otherEnd({ from: begin, to: end }, joint)
    }
    return legs.reverse()
  }
  return walk.flatMap((leg) => {
    const street = net.streets[leg.street]
    if (!street) return []
    const [from, to] = leg.forward ? [street.from, street.to] : [street.to, street.from]
    const way = isLegal(leg) ? [leg] : (wayFrom(from, to) ?? [leg])
    // Passed its own way: there, along it, and there again.
    return needed.delete(leg.street) && way[0] !== leg
      ? [...way, { street: leg.street, forward: !leg.forward }, ...way]
      : way
  })
}
