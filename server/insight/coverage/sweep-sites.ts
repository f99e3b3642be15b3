import { SAME_LENGTH_METRES, type Stretch } from './find-gaps.ts'

/** Where along a gap new things are to stand so that nothing is farther apart than `most`: the fewest there are, spread as evenly as the places let
 *  them. Where no place is near enough a gap stays, as short as can be.
 *  @param places metres along the line, in order */
export function sweepSites(
  { from, to }: Pick<Stretch, 'from' | 'to'>,
  places: readonly number[],
  most: number,
): number[] {
  const inside = places.filter((metres) => metres > from && metres < to)
  const sites: number[] = []
  const reach = most + SAME_LENGTH_METRES
  for (let at = from; to - at > reach; ) {
    const next =
      inside.findLast((metres) => metres > at && metres <= at + reach) ?? inside.find((metres) => metres > at)
    if (next === undefined) break
    sites.push(next)
    at = next
  }
  const even = spread({ from, to }, inside, sites.length)
  return isClosed([from, ...even, to], most) && even.length === sites.length ? even : sites
}

const isClosed = (stops: readonly number[], most: number): boolean =>
  stops.every((metres, i) => i === 0 || metres - (stops[i - 1] as number) <= most + SAME_LENGTH_METRES)

function spread({ from, to }: Pick<Stretch, 'from' | 'to'>, places: readonly number[], count: number): number[] {
  const wanted = Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 1)) / (count + 1))
  return [...new Set(wanted.flatMap((metres) => nearest(places, metres) ?? []))]
}

const nearest = (places: readonly number[], metres: number): number | undefined =>
  places.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - metres) < Math.abs(best - metres) ? one : best),
    undefined,
  )
