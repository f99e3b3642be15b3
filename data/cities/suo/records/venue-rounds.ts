import type { Spot, Town } from './town.ts'

const KINDS_OF_VISIT: Record<string, readonly string[]> = {
  'gas-user': ['gas-user', 'restaurant', 'hotel', 'temple', 'office'],
}

/** The venues that a visit of this kind can go to, in the order of a walk: street by street, and along each street.
 *  Throws when the town has none. */
export function walkOf(town: Town, kind: string): readonly Spot[] {
  const spots = (KINDS_OF_VISIT[kind] ?? [kind])
    .flatMap((venue) => town.spotsOf('venues', venue))
    .filter(({ hidden }) => !hidden)
  if (spots.length === 0) throw new Error(`the town has no venue to inspect of kind ${kind}: add one to its venues`)
  const streets = new Map<string, Spot[]>()
  for (const spot of spots) {
    const street = String(spot.asset?.fields.road ?? '')
    streets.set(street, [...(streets.get(street) ?? []), spot])
  }
  const west = (street: readonly Spot[]) => Math.min(...street.map(({ location }) => location[0]))
  return [...streets.values()]
    .sort((a, b) => west(a) - west(b))
    .flatMap((street) => street.sort((a, b) => a.location[0] - b.location[0] || a.location[1] - b.location[1]))
}

/** A walk that goes on where the last outing stopped, and begins anew when all have been visited. */
export function rounds(town: Town): (kind: string, count: number) => { kind: string; spot: Spot }[] {
  const walks = new Map<string, { spots: readonly Spot[]; next: number }>()
  return (kind, count) => {
    const walk = walks.get(kind) ?? { spots: walkOf(town, kind), next: 0 }
    walks.set(kind, walk)
    return Array.from({ length: count }, () => {
      const spot = walk.spots[walk.next++ % walk.spots.length]
      if (spot === undefined) throw new Error(`no venue of kind ${kind}`)
      return { kind, spot }
    })
  }
}
