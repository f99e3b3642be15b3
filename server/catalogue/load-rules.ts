import { join } from 'node:path'
import { z } from 'zod'
import { CoverageRule, DeadlineRule, type Rules } from '../contract/rule.ts'
import { DataError, type DataFault } from './data-error.ts'
import { readCheckedJson } from './read-checked-json.ts'

const repeated = (file: string, rules: readonly { id: string }[]): DataFault[] =>
  rules.flatMap(({ id }, i) =>
    rules.findIndex((other) => other.id === id) < i
      ? [{ file, path: `[${i}].id`, message: `"${id}" stands twice` }]
      : [],
  )

/** The rules in `folder`: deadlines.json and coverage.json. Throws DataError with every fault. */
export async function loadRules(folder: string): Promise<Rules> {
  const [deadlines, coverage] = await Promise.all([
    readCheckedJson(join(folder, 'deadlines.json'), z.array(DeadlineRule)),
    readCheckedJson(join(folder, 'coverage.json'), z.array(CoverageRule)),
  ])
  const faults = [
    ...deadlines.faults,
    ...coverage.faults,
    ...repeated('deadlines.json', deadlines.value ?? []),
    ...repeated('coverage.json', coverage.value ?? []),
  ]
  if (!deadlines.value || !coverage.value || faults.length > 0) throw new DataError(faults)
  return { deadlines: deadlines.value, coverage: coverage.value }
}
