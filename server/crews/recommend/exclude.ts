import type { Crew } from '../../contract/crew.ts'
import { isStale } from '../../contract/crew.ts'
import type { ExclusionCode } from '../../contract/recommendation.ts'
import { isInShift } from '../../contract/shift.ts'
import type { Candidate, Task } from './recommend.ts'

/** Every reason why a crew does not fit, in the order of ExclusionCode; none: it fits. Of a crew that works no longer nothing else is said, and
 *  one that is off duty is not expected to tell where it is. */
export function excludedBy(task: Task, { crew, position, load }: Candidate, nowMs: number): ExclusionCode[] {
  if (crew.endedAt !== null) return ['ended']
  const codes: [ExclusionCode, boolean][] = [
    ['off-duty', !crew.onDuty],
    ['off-shift', !isInShift(crew.shift, nowMs)],
    ['no-position', crew.onDuty && !position],
    ['stale-position', crew.onDuty && position !== undefined && isStale(position, nowMs)],
    ['wrong-skill', task.skill === undefined || !crew.skills.includes(task.skill)],
    ['at-limit', load >= crew.loadLimit],
    ['outside-area', !isInArea(crew, task.unitGrid)],
    ['sent-back', task.sentBackBy.has(crew.id)],
    // Another company is not paid for it. The bureau's own crews may do what a company was to do.
    ['other-contractor', task.contractor !== null && crew.contractor !== null && crew.contractor !== task.contractor],
  ]
  return codes.flatMap(([code, is]) => (is ? [code] : []))
}

/** What lies in no unit grid is in nobody's area, and anybody's. */
const isInArea = ({ areas }: Crew, unitGrid: string | null): boolean =>
  unitGrid === null || areas.some((area) => unitGrid.startsWith(area))
