import type { Crew } from '../../../server/contract/crew.ts'
import type { Recommendation } from '../../../server/contract/recommendation.ts'

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
export function candidatesOf(of: Recommendation | undefined, crews: readonly Crew[]): Candidate[] {
  if (of) return of.ranked
  return crews
    .filter(({ onDuty, endedAt }) => onDuty && endedAt === null)
    .map(({ id, name, loadLimit }) => ({
      ...{ crewId: id, name, loadLimit },
      ...{ rank: null, minutes: null, metres: null, load: null },
    }))
}
