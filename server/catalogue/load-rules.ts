import { join } from 'node:path'
import { z } from 'zod'
import { CoverageRule } from '../contract/rule.ts'
import { loadDeadlines } from '../deadlines/load-deadlines.ts'
import type { ShippedDeadlines } from '../deadlines/rulebook.ts'
import { DataError, type DataFault } from './data-error.ts'
import { readCheckedJson } from './read-checked-json.ts'

/** The rules that layers refer to. */
export interface RuleIds {
  deadlines: readonly { id: string }[]
  coverage: readonly { id: string }[]
}

export interface Rules extends RuleIds, ShippedDeadlines {
  coverage: readonly CoverageRule[]
}

const repeated = (file: string, rules: readonly { id: string }[]): DataFault[] =>
  rules.flatMap(({ id }, i) =>
    rules.findIndex((other) => other.id === id) < i
      ? [{ file, path: `[${i}].id`, message: `"${id}" stands twice` }]
      : [],
  )

/** The rules in `folder`: coverage.json, and all of deadlines. Throws DataError with every fault. */
export async function loadRules(folder: string): Promise<Rules> {
  const [{ deadlines, faults }, coverage] = await Promise.all([
    loadDeadlines(folder),
    readCheckedJson(join(folder, 'coverage.json'), z.array(CoverageRule)),
  ])
  const all = [...faults, ...coverage.faults, ...repeated('coverage.json', coverage.value ?? [])]
  if (!deadlines || !coverage.value || all.length > 0) throw new DataError(all)
  return { ...deadlines, deadlines: deadlines.conditions, coverage: coverage.value }
}
