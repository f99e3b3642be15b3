import type { Case } from '../server/contract/case.ts'
import type { Evaluation, GroupBy } from '../server/contract/evaluation.ts'
import { address, json } from './api.ts'

/** Two instants, the second not part of it. */
export interface Span {
  from: string
  to: string
}

export const getEvaluation = ({ from, to }: Span, by: GroupBy, signal?: AbortSignal): Promise<Evaluation> =>
  json(address('/api/evaluation', { from, to, by }), signal)

export interface Mix {
  asOf: string
  methods: Record<string, number>
  sources: { source: string; received: number; closed: number }[]
}

export const getMix = ({ from, to }: Span, signal?: AbortSignal): Promise<Mix> =>
  json(address('/api/evaluation/mix', { from, to }), signal)

export interface CountedCases {
  total: number
  cases: Case[]
  next: string | null
}

/** A page of the cases behind a number; `list` is the address that came with the number. */
export const getCounted = (list: string, cursor: string | null, signal?: AbortSignal): Promise<CountedCases> =>
  json(`${list}&limit=50${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, signal)
