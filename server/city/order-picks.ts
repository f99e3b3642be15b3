import { before } from './morton-order.ts'
import { cutPick, type Pick, rowAt } from './pick-rows.ts'

/** Picks of several segments cut and put in the order that they would have in one, so that a tile has the same bytes before and after
 *  a merge. The largest is cut; the others are few rows. */
export function inOneOrder(picks: readonly Pick[]): Pick[] {
  const largest = picks.reduce((most, pick) => (pick.count > most.count ? pick : most))
  const others = picks.filter((pick) => pick !== largest).flatMap(single)
  others.sort((a, b) => compare(a, b))
  const ordered: Pick[] = []
  let from = 0
  for (const other of others) {
    const to = firstBehind(largest, other, from)
    if (to > from) ordered.push(cutPick(largest, from, to))
    ordered.push(other)
    from = to
  }
  if (from < largest.count) ordered.push(cutPick(largest, from, largest.count))
  return ordered
}

const single = (pick: Pick): Pick[] => Array.from({ length: pick.count }, (_, at) => cutPick(pick, at, at + 1))

function compare(a: Pick, b: Pick, atA = 0): number {
  const [rowA, rowB] = [rowAt(a, atA), rowAt(b, 0)]
  const [ax, ay] = [a.columns.x[rowA] as number, a.columns.y[rowA] as number]
  const [bx, by] = [b.columns.x[rowB] as number, b.columns.y[rowB] as number]
  if (ax === bx && ay === by) return (a.columns.number[rowA] as number) - (b.columns.number[rowB] as number)
  return before(ax, ay, bx, by) ? -1 : 1
}

/** How many rows of the largest pick, from `low` on, stand before the other's one row. */
function firstBehind(largest: Pick, other: Pick, low: number): number {
  let high = largest.count
  let from = low
  while (from < high) {
    const middle = (from + high) >>> 1
    if (compare(largest, other, middle) < 0) from = middle + 1
    else high = middle
  }
  return from
}
