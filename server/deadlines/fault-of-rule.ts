import { type CodeRegistry, typeOf } from '../contract/code-registry.ts'
import type { RuleChange } from '../contract/rule-change.ts'

/** Where a change cannot be, and why, in words; undefined when it can. */
export function faultOfRule(change: RuleChange, codes: CodeRegistry): { at: string; message: string } | undefined {
  if (change.kind === 'condition') return faultOfCodes(change.draft, codes)
  if (change.kind === 'coverage') return faultOfSet(change)
  if (change.kind === 'calendar') return faultOfDays(change.year, change.draft.holidays)
  return undefined
}

function faultOfCodes({ kind, codes: given }: { kind: 'component' | 'matter'; codes: string[] }, codes: CodeRegistry) {
  const strange = given.find((code) => code !== '*' && typeOf(codes, kind, code) === undefined)
  return strange === undefined ? undefined : { at: 'codes', message: `There is no ${kind} of type ${strange}.` }
}

function faultOfSet({ id, draft }: RuleChange & { kind: 'coverage' }): { at: string; message: string } | undefined {
  const strange = draft.rules.find((rule) => rule.set !== id || rule.layer !== draft.layer)
  if (strange) return { at: 'rules', message: `The rule "${strange.id}" is of the set "${id}" and its layer.` }
  const twice = draft.rules.find((rule, i) => draft.rules.findIndex((other) => other.id === rule.id) < i)
  return twice && { at: 'rules', message: `The rule "${twice.id}" stands twice.` }
}

/** A notice names days of its year, and now and then of the weeks beside it. */
function faultOfDays(
  year: number,
  holidays: readonly { from: string; to: string; workdays: string[] }[],
): { at: string; message: string } | undefined {
  const [first, last] = [`${year - 1}-12-01`, `${year + 1}-01-31`]
  for (const { from, to, workdays } of holidays) {
    const strange = [from, to, ...workdays].find((date) => date < first || date > last)
    if (strange !== undefined) return { at: 'holidays', message: `${strange} is not of ${year}.` }
    const both = workdays.find((date) => holidays.some((one) => one.from <= date && date <= one.to))
    if (both !== undefined) return { at: 'holidays', message: `${both} cannot be a day off and worked.` }
  }
  return undefined
}
