import type { Span } from '../api-evaluation.ts'
import type { EvaluationSearch, Preset } from './evaluation-search.ts'

/** A period by its days, both part of it. */
export interface Period {
  preset: Preset
  first: string
  last: string
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const firstOfMonth = (year: number, month: number): number => Date.UTC(year, month, 1)

/** The period that the address asks for; `today` is a day of Shanghai. A free one without both days, or with them turned round, is this month. */
export function periodOf({ period, from, to }: EvaluationSearch, today: string): Period {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const thisMonth = { preset: 'month' as const, first: dayAt(firstOfMonth(year, month - 1)), last: today }
  switch (period) {
    case 'last-month':
      return {
        ...{ preset: period, first: dayAt(firstOfMonth(year, month - 2)) },
        last: dayAt(firstOfMonth(year, month - 1) - DAY_MS),
      }
    case 'year':
      return { preset: period, first: `${year}-01-01`, last: today }
    case 'free':
      return from && to && from <= to ? { preset: period, first: from, last: to } : thisMonth
    default:
      return thisMonth
  }
}

/** Midnight to midnight of Shanghai, the end not part of it. A period that still runs ends at this minute: what is due later today has not been
 *  missed, and the same stretch of the year and the period before is what it compares with. */
export function spanOf({ first, last }: Period, nowMs: number): Span {
  const end = Date.parse(`${dayAt(Date.parse(last) + DAY_MS)}T00:00:00+08:00`)
  const from = `${first}T00:00:00+08:00`
  const minute = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const to = minute > Date.parse(from) ? Math.min(end, minute) : end
  return { from, to: new Date(to).toISOString() }
}
