import type { Case } from '../contract/case.ts'
import { compactCase } from '../contract/compact-case.ts'
import type { CaseTable } from '../store/schema.ts'
import { checkStorable } from '../store/storable-text.ts'
import { factsOf } from './case-facts.ts'

/** A case as its table has it: `seq` is the log row that brought the state. Throws RangeError for a text that cannot be kept. */
export function caseRowOf(city: string, state: Case, seq: number): CaseTable {
  checkStorable(`case ${state.id}`, state.id, state.unitGrid, state.assetId, state.crewId, state.contractor)
  return {
    city,
    id: state.id,
    number: state.number,
    kind: state.kind,
    code: state.code,
    source: state.source,
    status: state.status,
    outcome: state.outcome,
    asset_id: state.assetId,
    unit_grid: state.unitGrid,
    lng: state.location[0],
    lat: state.location[1],
    received_ms: Date.parse(state.receivedAt),
    closed_ms: state.closedAt === null ? null : Date.parse(state.closedAt),
    ...factsOf(state),
    state: JSON.stringify(compactCase(state)),
    seq,
  }
}
