/** What a bureau is asked about first; the rest follow in the order of the formula set. */
const FIRST = ['closing-on-time', 'handling-on-time', 'closing', 'overdue', 'rework', 'extension']

/** Rates that stand on something before those of nothing, those asked about first before the others. */
export function orderRates<R extends { id: string; denominator: number }>(rates: readonly R[]): R[] {
  const rank = ({ id }: R): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length)
  return [...rates].sort((a, b) => Number(a.denominator === 0) - Number(b.denominator === 0) || rank(a) - rank(b))
}
