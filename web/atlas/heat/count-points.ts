import { type Days, secondsOf } from '../../charts/day-number.ts'
import type { HeatColumns } from '../../map/read-heat.ts'

export interface PointFilter {
  classes?: ReadonlySet<number>
  sources?: ReadonlySet<number>
}

/** Whether a row passes a filter. */
export const passes =
  ({ classOf, sourceOf }: HeatColumns, { classes, sources }: PointFilter) =>
  (row: number): boolean =>
    (!classes || classes.has(classOf[row] ?? -1)) && (!sources || sources.has(sourceOf[row] ?? -1))

export interface Counts {
  total: number
  /** By index of the dictionary, whatever the filter on it says: what choosing it would give. */
  byClass: number[]
  bySource: number[]
}

/** Counts in the chosen days. Each facet is counted under the other's filter, so that its numbers answer "and of this one?". */
export function countPoints(points: HeatColumns, days: Days, filter: PointFilter): Counts {
  const { from, to } = secondsOf(days)
  const counts: Counts = { total: 0, byClass: points.classes.map(() => 0), bySource: points.sources.map(() => 0) }
  const inClass = passes(points, { classes: filter.classes })
  const inSource = passes(points, { sources: filter.sources })
  for (let row = 0; row < points.count; row++) {
    const at = points.at[row] ?? 0
    if (at < from || at >= to) continue
    const [asClass, asSource] = [inClass(row), inSource(row)]
    if (asClass && asSource) counts.total++
    if (asSource) add(counts.byClass, points.classOf[row])
    if (asClass) add(counts.bySource, points.sourceOf[row])
  }
  return counts
}

const add = (counts: number[], index: number | undefined): void => {
  if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1
}
