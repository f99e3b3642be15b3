import type { RuleChange } from '../contract/rule-change.ts'
import type { StoredRule } from '../contract/stored-rule.ts'
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
    case 'coverage': {
      const rule = book.keptCoverage(change.id)
      return rule && { kind: 'coverage', rule }
    }
  }
}

/** The rule after a change: the version behind `version`, in force from `at` on. */
export function nextRule(change: RuleChange, version: number, at: string): StoredRule {
  const next = { version: version + 1, validFrom: at }
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
  }
}
