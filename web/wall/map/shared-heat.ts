import type { HeatColumns } from '../../map/read-heat.ts'

const COLUMNS = ['lng', 'lat', 'at', 'classOf', 'sourceOf'] as const

/** What was read anew, or the same object as before where its points are the same: `seq`, `from` and `to` go on with every row of the log and every
 *  minute, and nobody draws by them. */
export function sharedHeat(before: HeatColumns | undefined, next: HeatColumns): HeatColumns {
  if (before?.count !== next.count) return next
  const isSame =
    before.classes.join('\n') === next.classes.join('\n') &&
    before.sources.join('\n') === next.sources.join('\n') &&
    COLUMNS.every((name) => isSameColumn(before[name], next[name]))
  return isSame ? before : next
}

function isSameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let at = 0; at < b.length; at++) if (a[at] !== b[at]) return false
  return true
}
