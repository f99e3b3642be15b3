import type { CoverageRule, CoverageSet } from '../contract/rule.ts'
import { loadDeadlines } from '../deadlines/load-deadlines.ts'
import type { ShippedDeadlines } from '../deadlines/rulebook.ts'
import { DataError } from './data-error.ts'
import { loadCoverage } from './load-coverage.ts'

/** The rules that layers refer to. */
export interface RuleIds {
  deadlines: readonly { id: string }[]
  coverage: readonly { id: string }[]
}

export interface Rules extends RuleIds, ShippedDeadlines {
  coverage: readonly CoverageRule[]
  coverageSets: readonly CoverageSet[]
}

/** The rules in `folder`: those about coverage, and all of deadlines. Throws DataError with every fault. */
export async function loadRules(folder: string): Promise<Rules> {
  const [{ deadlines, faults }, { coverage, faults: others }] = await Promise.all([
    loadDeadlines(folder),
    loadCoverage(folder),
  ])
  const all = [...faults, ...others]
  if (!deadlines || !coverage || all.length > 0) throw new DataError(all)
  return { ...deadlines, deadlines: deadlines.conditions, coverage: coverage.rules, coverageSets: coverage.sets }
}
