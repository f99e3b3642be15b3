import type { ManyOutcome } from '../server/contract/case-card.ts'
import type { CaseAsk } from '../server/contract/case-input.ts'
import type { DeskCases } from '../server/contract/desk-case.ts'
import type { WallFigures } from '../server/contract/wall.ts'
import { json } from './api.ts'
import { send } from './api-send.ts'

/** Every open case that one may see, as it is at row `seq` of the log or later. */
export const getDeskCases = (signal?: AbortSignal, seq?: number): Promise<DeskCases> =>
  json('/api/desk/cases', signal, seq)

/** The same done to at most 500 cases; who refuses it is told one by one. */
export const actOnCases = async (
  ids: readonly string[],
  { action, input }: CaseAsk,
  key: string,
): Promise<ManyOutcome> => (await send<ManyOutcome>('POST', '/api/cases/actions', { action, ids, input }, { key })).body

/** What there is to count today, of what is one's own. */
export const getFigures = (signal?: AbortSignal): Promise<WallFigures> => json('/api/wall/figures', signal)
