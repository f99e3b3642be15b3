import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { SkillRules } from '../contract/skill-rule.ts'

/** Which skill each class of problem needs, `folder`/skills.json. Throws DataError. */
export async function loadSkills(folder: string): Promise<SkillRules> {
  const { value, faults } = await readCheckedJson(join(folder, 'skills.json'), SkillRules)
  if (!value) throw new DataError(faults)
  return value
}
