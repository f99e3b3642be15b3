import type { MadeRecord } from '../../city.ts'
import { dateOf, dayOfInstant, isoOf } from './clock.ts'
import type { InspectionState } from './made-states.ts'
import type { InspectionDraft } from './outing.ts'

/** A day's stops with their numbers in the order of time, each followed by the rows in which its hazards are rectified. */
export function inspectionRecords(drafts: readonly InspectionDraft[], area: string): MadeRecord[] {
  const inOrder = drafts.map((draft, i) => ({ draft, i })).sort((a, b) => a.draft.at - b.draft.at || a.i - b.i)
  return inOrder.flatMap(({ draft }, i) => {
    const day = dateOf(dayOfInstant(draft.at)).replaceAll('-', '')
    return rowsOf(draft, `${area}-J${day}-${String(i + 1).padStart(4, '0')}`)
  })
}

function rowsOf(
  { at, spot, hazards, kind, address, officerTurns, casesFiled }: InspectionDraft,
  id: string,
): MadeRecord[] {
  const row = (now: number, what: string): MadeRecord => {
    const after: InspectionState = {
      id,
      kind,
      venueId: spot.asset?.layer === 'venues' ? spot.asset.id : null,
      address,
      location: spot.location,
      unitGrid: spot.unitGrid,
      at: isoOf(at),
      officerTurns,
      hazards: hazards.map(({ grade, problem, rectifiedAt }) => ({
        grade,
        problem,
        rectifiedAt: rectifiedAt <= now ? isoOf(rectifiedAt) : null,
      })),
      casesFiled,
    }
    return { at: isoOf(now), kind: what, entity: 'inspection', entityId: id, after: { ...after } }
  }
  const rectified = [...new Set(hazards.map(({ rectifiedAt }) => rectifiedAt))].sort((a, b) => a - b)
  return [row(at, 'inspection-made'), ...rectified.map((then) => row(then, 'hazard-rectified'))]
}
