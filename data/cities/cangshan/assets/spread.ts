import { distance, type Point } from '../../town/geometry.ts'

/** The first `count` of the items, none of them near another: as far apart as it can be, starting at `apart` metres.
 *  Throws RangeError when there are fewer items. */
export function spread<T extends { centre: Point }>(items: readonly T[], count: number, apart: number): T[] {
  if (items.length < count) throw new RangeError(`${count} are wanted and there are ${items.length}`)
  for (let metres = apart; ; metres *= 0.92) {
    const taken: T[] = []
    for (const item of items) {
      if (taken.length === count) return taken
      if (taken.every((other) => distance(other.centre, item.centre) >= metres)) taken.push(item)
    }
    if (taken.length === count) return taken
  }
}
