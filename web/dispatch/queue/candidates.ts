import type { Recommendation } from '../../../server/contract/recommendation.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'

/** A crew that can be chosen. What is null is not known. */
export interface Candidate {
  crewId: string
  name: string
  rank: number | null
  minutes: number | null
  metres: number | null
  load: number | null
  loadLimit: number
}

/** The crews that fit, the best first; where nobody ranks them, those on duty by their names. */
export function candidatesOf(of: Recommendation | undefined, crews: readonly DeskCrew[]): Candidate[] {
  if (of) return of.ranked
  return crews
    .filter(({ crew }) => crew.onDuty && crew.endedAt === null)
    .map(({ crew: { id, name, loadLimit } }) => ({
      ...{ crewId: id, name, loadLimit },
      ...{ rank: null, minutes: null, metres: null, load: null },
    }))
}
