import type { GroupBy } from '../../server/contract/evaluation.ts'

export const PRESETS = ['month', 'last-month', 'year', 'free'] as const
export type Preset = (typeof PRESETS)[number]

/** The groups of the contract. Its schema stays in the workspace's own file: this one is read with the list of screens. */
export const GROUPS = ['all', 'area', 'crew', 'contractor', 'class', 'source'] as const satisfies readonly GroupBy[]

/** Rates of those who handle, or of the posts that lead there. */
export const SIDES = ['handling', 'posts'] as const
export type Side = (typeof SIDES)[number]

/** What is evaluated, as the address keeps it. */
export interface EvaluationSearch {
  period?: Preset
  /** First and last day of a free period. */
  from?: string
  to?: string
  by?: GroupBy
  side?: Side
  /** A rate or `score`, `-` before it for the greatest first. */
  sort?: string
  /** The number that is open: `group` may be empty for those that have none. */
  rate?: string
  group?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const RATE = /^-?[a-z][a-z-]{1,40}$/

export function readEvaluationSearch(raw: Record<string, unknown>): EvaluationSearch {
  const search: EvaluationSearch = {}
  const period = PRESETS.find((one) => one === raw.period)
  const by = GROUPS.find((one) => one === raw.by)
  const side = SIDES.find((one) => one === raw.side)
  if (period) search.period = period
  if (by) search.by = by
  if (side) search.side = side
  for (const key of ['from', 'to'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && DAY.test(value)) search[key] = value
  }
  for (const key of ['sort', 'rate'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && RATE.test(value)) search[key] = value
  }
  if (typeof raw.group === 'string' && raw.group.length <= 60) search.group = raw.group
  return search
}
