import { placeInTime, SHANGHAI_MS } from '../../contract/working-time.ts'
import type { Span } from './counts.ts'

/** The span of the same length just before (环比); a span of whole months is followed back by months: before March comes February. What is
 *  compared is looked at as late as the span itself. */
export function spanBefore({ from, to, asOf }: Span): Span {
  const months = wholeMonths(from, to)
  const start = months === undefined ? from - (to - from) : moved(from, -months)
  return { from: start, to: from, asOf: asOf - (from - start) }
}

/** The same days a year before (同比); 29 February becomes the 28th. */
export const yearBefore = ({ from, to, asOf }: Span): Span => ({
  from: moved(from, -12),
  to: moved(to, -12),
  asOf: moved(asOf, -12),
})

/** How many calendar months of business time a span covers; undefined when it does not begin and end on a month's first instant. */
function wholeMonths(from: number, to: number): number | undefined {
  const [start, end] = [partsOf(from), partsOf(to)]
  if (start.day !== 1 || end.day !== 1 || start.msOfDay !== 0 || end.msOfDay !== 0) return undefined
  return (end.year - start.year) * 12 + end.month - start.month
}

function partsOf(ms: number) {
  const local = new Date(ms + SHANGHAI_MS)
  const { msOfDay } = placeInTime(new Date(ms).toISOString())
  return { year: local.getUTCFullYear(), month: local.getUTCMonth(), day: local.getUTCDate(), msOfDay }
}

function moved(ms: number, months: number): number {
  const { year, month, day, msOfDay } = partsOf(ms)
  const lastDay = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
  return Date.UTC(year, month + months, Math.min(day, lastDay)) + msOfDay - SHANGHAI_MS
}
