import type { Case } from './case.ts'
import type { Scope } from './role.ts'

type Placed = Pick<Case, 'unitGrid' | 'contractor' | 'crewId'>

/** Whether a case is within what is somebody's (X15). A case outside every grid belongs to the whole city: to a 6-digit area. */
export function isInScope({ areas, contractor, crewId }: Scope, of: Placed): boolean {
  if (contractor !== null && of.contractor !== contractor) return false
  if (crewId !== null && of.crewId !== crewId) return false
  return areas.some((area) => (of.unitGrid === null ? area.length === 6 : of.unitGrid.startsWith(area)))
}
