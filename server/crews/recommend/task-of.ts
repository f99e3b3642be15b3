import type { Case } from '../../contract/case.ts'
import type { Responsibility } from '../../contract/responsibility.ts'
import { type SkillRule, skillFor } from '../../contract/skill-rule.ts'
import type { Task } from './recommend.ts'

/** What a case asks of a crew. */
export function taskOf(
  of: Pick<Case, 'code' | 'location' | 'unitGrid' | 'crewId' | 'owner'>,
  { skills, responsibility }: { skills: readonly SkillRule[]; responsibility: Responsibility | null },
  sentBack: ReadonlySet<string>,
): Task {
  const owner = responsibility?.units.find(({ id }) => id === of.owner?.unit)
  return {
    ...{ location: of.location, unitGrid: of.unitGrid, crewId: of.crewId, sentBackBy: sentBack },
    skill: skillFor(skills, of.code),
    contractor: owner?.kind === 'contractor' ? owner.id : null,
  }
}
