import type { RuleChange } from '../contract/rule-change.ts'
import type { StoredRule } from '../contract/stored-rule.ts'
import { RuleRefused } from './rule-refused.ts'
import type { Rulebook } from './rulebook.ts'

/** The rule that a change is of, as it stands; undefined for a new one. */
export function presentRule(change: RuleChange, book: Rulebook): StoredRule | undefined {
  switch (change.kind) {
    case 'condition': {
      const rule = book.condition(change.id)
      return rule && { kind: 'condition', rule }
    }
    case 'posts':
      return { kind: 'posts', rule: book.posts }
    case 'hours':
      return { kind: 'hours', rule: book.hours }
    case 'calendar': {
      const rule = book.years.find(({ year }) => year === change.year)
      return rule && { kind: 'calendar', rule }
    }
    case 'coverage':
    case 'coverage-removal': {
      const rule = book.keptCoverage(change.id)
      return rule && { kind: 'coverage', rule }
    }
  }
}

/** Of a set that was removed a last version is kept: its number is not given again. */
export const isRemoved = (stored: StoredRule | undefined): boolean =>
  stored?.kind === 'coverage' && stored.rule.removed === true

/** The rule after a change: the version behind the present one, in force from `at` on. Throws RuleRefused. */
export function nextRule(change: RuleChange, present: StoredRule | undefined, at: string): StoredRule {
  const next = { version: (present?.rule.version ?? 0) + 1, validFrom: at }
  switch (change.kind) {
    case 'condition':
      return { kind: 'condition', rule: { id: change.id, ...next, ...change.draft } }
    case 'posts':
      return { kind: 'posts', rule: { id: 'posts', ...next, ...change.draft } }
    case 'hours':
      return { kind: 'hours', rule: { ...next, ...change.draft } }
    case 'calendar':
      return { kind: 'calendar', rule: { year: change.year, ...next, ...change.draft } }
    case 'coverage':
      return { kind: 'coverage', rule: { id: change.id, ...next, ...change.draft } }
    case 'coverage-removal': {
      if (present?.kind !== 'coverage' || isRemoved(present))
        throw new RuleRefused('absent', 'no-own-set', `The bureau keeps no set "${change.id.slice(0, 60)}" of its own.`)
      return { kind: 'coverage', rule: { ...present.rule, ...next, removed: true } }
    }
  }
}
