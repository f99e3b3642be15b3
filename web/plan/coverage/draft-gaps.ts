import type { Gap, GapFeature } from '../../../server/contract/coverage.ts'
import type { DraftOutcome } from '../../../server/contract/draft.ts'

/** Gaps as they would be with a draft, and those that it closes, wholly or in part. */
export interface DraftGaps {
  left: GapFeature[]
  /** As they are now; `gained` metres of each would be gone. */
  filled: { gap: GapFeature; gained: number }[]
}

const partOf = ({ ruleId, roadId, part }: Pick<Gap, 'ruleId' | 'roadId' | 'part'>): string =>
  [ruleId, roadId, part].join(' ')

/** A centimetre is no gain. */
const LEAST = 0.5

/** Puts a draft's outcome over what a look found: the parts of roads that the draft touches are as it would have them, the rest is as it is. */
export function draftGaps(
  found: readonly GapFeature[],
  outcome: Pick<DraftOutcome, 'roads' | 'gaps'> | undefined,
): DraftGaps {
  if (!outcome) return { left: [...found], filled: [] }
  const touched = new Set(outcome.roads.map(partOf))
  const isTouched = ({ properties }: GapFeature): boolean => touched.has(partOf(properties))
  const now = outcome.gaps.features
  const filled = found.filter(isTouched).flatMap((gap) => {
    const gained = gap.properties.metres - metresWithin(gap.properties, now)
    return gained > LEAST ? [{ gap, gained }] : []
  })
  return { left: [...found.filter((gap) => !isTouched(gap)), ...now], filled }
}

/** Of a stretch, what is still a gap. */
function metresWithin(of: Gap, gaps: readonly GapFeature[]): number {
  let metres = 0
  for (const { properties: gap } of gaps)
    if (gap.hand === of.hand && partOf(gap) === partOf(of))
      metres += Math.max(0, Math.min(gap.toMetres, of.toMetres) - Math.max(gap.fromMetres, of.fromMetres))
  return metres
}
