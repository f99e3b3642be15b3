import { UNCLASSIFIED } from '../../contract/case.ts'
import type { PlacementRules, SameProblem } from '../../contract/placement.ts'

/** The row for a code: the longest beginning that fits; of two of the same length the first. undefined where none fits, and for what nobody has
 *  classified: two such reports have nothing in common yet. */
export function sameProblem(code: string, { same }: Pick<PlacementRules, 'same'>): SameProblem | undefined {
  if (code === UNCLASSIFIED.code) return undefined
  let best: { row: SameProblem; length: number } | undefined
  for (const row of same)
    for (const beginning of row.codes)
      if (code.startsWith(beginning) && beginning.length > (best?.length ?? -1))
        best = { row, length: beginning.length }
  return best?.row
}
