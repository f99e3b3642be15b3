import type {
  BlockPage,
  CoverageAsk,
  CoverageRun,
  GapPage,
  Proposal,
  ProposalAsk,
} from '../server/contract/coverage.ts'
import type { Draft, DraftEdited, DraftLine, DraftOutcome, DraftPatch, DraftStroke } from '../server/contract/draft.ts'
import type { CoverageSet } from '../server/contract/rule.ts'
import { address, json } from './api.ts'
import { newKey, send } from './api-send.ts'

/** What an answer's schema fills in need not be asked. */
export type AskedCoverage = Partial<CoverageAsk>
export type AskedProposal = Partial<ProposalAsk> & Pick<ProposalAsk, 'setId' | 'goal'>

const runAt = (id: string): string => `/api/coverage/runs/${encodeURIComponent(id)}`
const proposalAt = (id: string): string => `/api/coverage/proposals/${encodeURIComponent(id)}`
const draftAt = (id: string): string => `/api/drafts/${encodeURIComponent(id)}`

export const getCoverageSets = async (signal?: AbortSignal): Promise<CoverageSet[]> =>
  (await json<{ sets: CoverageSet[] }>('/api/coverage/sets', signal)).sets

/** @param version of the set that is seen: one that was changed since is refused */
export const removeCoverageSet = async (id: string, version: number): Promise<void> => {
  await send('DELETE', `/api/coverage/sets/${encodeURIComponent(id)}`, undefined, {
    ...{ ifMatch: `"${version}"`, key: newKey() },
  })
}

export const startRun = async (asked: AskedCoverage): Promise<CoverageRun> =>
  (await send<CoverageRun>('POST', '/api/coverage/runs', asked)).body
export const getRun = (id: string, signal?: AbortSignal): Promise<CoverageRun> => json(runAt(id), signal)
export const stopRun = async (id: string): Promise<CoverageRun> => (await send<CoverageRun>('DELETE', runAt(id))).body

export const getGaps = (id: string, limit: number, signal?: AbortSignal): Promise<GapPage> =>
  json(address(`${runAt(id)}/gaps`, { limit }), signal)
export const getBlocks = (id: string, limit: number, signal?: AbortSignal): Promise<BlockPage> =>
  json(address(`${runAt(id)}/blocks`, { limit }), signal)

export const startProposal = async (asked: AskedProposal): Promise<Proposal> =>
  (await send<Proposal>('POST', '/api/coverage/proposals', asked)).body
export const getProposal = (id: string, signal?: AbortSignal): Promise<Proposal> => json(proposalAt(id), signal)
export const stopProposal = async (id: string): Promise<Proposal> =>
  (await send<Proposal>('DELETE', proposalAt(id))).body

export const getDrafts = async (signal?: AbortSignal): Promise<DraftLine[]> =>
  (await json<{ drafts: DraftLine[] }>('/api/drafts', signal)).drafts
export const getDraft = (id: string, signal?: AbortSignal): Promise<Draft> => json(draftAt(id), signal)
export const addDraft = async (name: string): Promise<Draft> =>
  (await send<Draft>('POST', '/api/drafts', { name })).body
/** The planner is the only one who writes it: what stands there now is what they see. */
const SEEN = { ifMatch: '*' }
export const changeDraft = async (id: string, patch: DraftPatch): Promise<Draft> =>
  (await send<Draft>('PATCH', draftAt(id), patch, SEEN)).body
export const removeDraft = async (id: string): Promise<void> => {
  await send('DELETE', draftAt(id))
}
/** By which set of rules a draft is held, and how good the data beside it has to be. */
export interface DraftMeasure {
  set: string
  quality: AskedCoverage['quality']
}

const measured = ({ set, quality: { maxAgeDays, leastAccuracy, sources } = {} }: DraftMeasure) => ({
  ...{ sets: set, maxAgeDays, leastAccuracy },
  sources: sources?.join(),
})

export const editDraft = async (id: string, by: DraftMeasure, strokes: readonly DraftStroke[]): Promise<DraftEdited> =>
  (await send<DraftEdited>('POST', address(`${draftAt(id)}/edits`, measured(by)), { strokes }, SEEN)).body
export const stepDraft = async (id: string, by: DraftMeasure, step: 'undo' | 'redo'): Promise<DraftEdited> =>
  (await send<DraftEdited>('POST', address(`${draftAt(id)}/${step}`, measured(by)), {}, SEEN)).body
export const getOutcome = (id: string, by: DraftMeasure, signal?: AbortSignal): Promise<DraftOutcome> =>
  json(address(`${draftAt(id)}/outcome`, measured(by)), signal)
