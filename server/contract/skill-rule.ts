import { z } from 'zod'
import { Skill } from './crew.ts'
import { CodePrefix } from './placement.ts'

/** What a crew must be able to do for problems of these classes, whether component or matter. */
export const SkillRule = z.strictObject({
  skill: Skill,
  /** Beginnings of type codes; of several that fit the longest decides. The empty one is every class. */
  codes: z.array(CodePrefix).min(1),
})
export type SkillRule = z.infer<typeof SkillRule>

const all = (rules: readonly SkillRule[]): string[] => rules.flatMap(({ codes }) => codes)

/** data/rules/skills.json. */
export const SkillRules = z
  .array(SkillRule)
  .min(1)
  .refine((rules) => all(rules).includes(''), {
    error: 'no row is for every other class: give one the empty beginning',
  })
  .refine((rules) => new Set(all(rules)).size === all(rules).length, { error: 'a beginning of codes stands twice' })
export type SkillRules = z.infer<typeof SkillRules>

/** What the class of a problem asks of a crew; undefined only where no row fits, which SkillRules does not let through. */
export function skillFor(rules: readonly SkillRule[], code: string): Skill | undefined {
  let best: { skill: Skill; digits: number } | undefined
  for (const { skill, codes } of rules)
    for (const beginning of codes)
      if (code.startsWith(beginning) && (best === undefined || beginning.length > best.digits))
        best = { skill, digits: beginning.length }
  return best?.skill
}
