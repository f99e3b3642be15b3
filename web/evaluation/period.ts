import type { Span } from '../api-evaluation.ts'
import type { EvaluationSearch, Preset } from './evaluation-search.ts'

/** A period by its days, both part of it. */
export interface Period {
  preset: Preset
  first: string
  last: string
}

const DAY_MS = 86_400_000
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

/** Midnight to midnight of Shanghai, the end not part of it. */
export const spanOf = ({ first, last }: Period): Span => ({
  from: `${first}T00:00:00+08:00`,
  to: `${dayAt(Date.parse(last) + DAY_MS)}T00:00:00+08:00`,
})
