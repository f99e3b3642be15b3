import type { Case } from '../server/contract/case.ts'
import type { CodeKind } from '../server/contract/code-registry.ts'
import type { Bbox } from '../server/contract/geo.ts'
import type { RepeatSite } from '../server/contract/placement.ts'
import type { Recommendation } from '../server/contract/recommendation.ts'
import { address, json } from './api.ts'

/** Which crews fit a case, the best first, and why the others do not. */
export const getRecommendation = (caseId: string, signal?: AbortSignal): Promise<Recommendation> =>
  json(`/api/cases/${encodeURIComponent(caseId)}/crews`, signal)

export interface Repeats {
  days: number
  flagged: number
  key: number
  sites: RepeatSite[]
}

/** Places at which cases of one class came again within the days of the rule. */
export const getRepeats = (code: string, signal?: AbortSignal): Promise<Repeats> =>
  json(address('/api/placement/repeats', { code }), signal)

/** Cases of one class in a rectangle that wait for a crew. */
export const getWaitingIn = async (
  { kind, code, bbox }: { kind: CodeKind; code: string; bbox: Bbox },
  signal?: AbortSignal,
): Promise<Case[]> =>
  (
    await json<{ cases: Case[] }>(
      address('/api/cases', { kind, code, status: 'filed', bbox: bbox.join(','), sort: 'due', limit: 100 }),
      signal,
    )
  ).cases
