/** The ids from one row to another, both included, whichever is above. Only the last one where the first is no longer listed. */
export function rangeOf(order: readonly string[], from: string | undefined, to: string): string[] {
  const [a, b] = [from === undefined ? -1 : order.indexOf(from), order.indexOf(to)]
  if (b < 0) return []
  return a < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Chosen ones after a word of the map or the queue. */
export function chosenAfter(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  how: 'set' | 'add' | 'remove',
): ReadonlySet<string> {
  if (how === 'set') return new Set(ids)
  if (how === 'add') return new Set([...chosen, ...ids])
  return new Set([...chosen].filter((id) => !ids.includes(id)))
}

/** Which of those chosen are still open: what has ended since leaves by itself. The same set as long as all are. */
export const stillOpen = (chosen: ReadonlySet<string>, isHere: (id: string) => boolean): ReadonlySet<string> =>
  [...chosen].every(isHere) ? chosen : new Set([...chosen].filter(isHere))

/** The row so many further on; the first or the last where that would be none, and the first where one stands nowhere. */
export function stepFrom(order: readonly string[], at: string | undefined, by: number): string | undefined {
  const index = at === undefined ? -1 : order.indexOf(at)
  if (index < 0) return order[0]
  return order[Math.min(order.length - 1, Math.max(0, index + by))]
}
