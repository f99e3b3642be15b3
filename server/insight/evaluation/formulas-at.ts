import type { FormulaSet } from '../../contract/evaluation.ts'

/** The set in force at an instant (Unix ms): the last that had begun; before all of them the first. `sets` in the order of their beginning. */
export function formulasAt(sets: readonly FormulaSet[], at: number): FormulaSet {
  const [first] = sets
  if (!first) throw new RangeError('there is no formula set')
  return sets.findLast(({ validFrom }) => Date.parse(validFrom) <= at) ?? first
}
