import type { PlacementRules, RepeatLevel } from '../../contract/placement.ts'
import { sameProblem } from './same-problem.ts'
import { SiteGrid } from './site-grid.ts'
import { metresIfSame, type Spot } from './spot-of.ts'

/** A case as the search for repeats sees it. */
export interface SpotCase extends Spot {
  id: string
  code: string
  /** Unix milliseconds of receipt. */
  ms: number
}

export interface Site extends Spot {
  code: string
  level: RepeatLevel
  /** Ids, in the order of receipt. */
  cases: string[]
}

type Rules = Pick<PlacementRules, 'same' | 'repeats'>

/** 反弹: three are flagged, five are 重点 (D11), by the rule's numbers. */
export const levelOf = (count: number, { repeats: { flagged, key } }: Pick<Rules, 'repeats'>): RepeatLevel =>
  count >= key ? 'key' : count >= flagged ? 'repeated' : 'none'

/** Places at which the same class came again, the most frequent first. In the order of receipt each case joins the site of its thing, else the
 *  nearest site within the class's distance of the site's first case: distances are from the first, so that cases along a road never
 *  chain into one site. @param cases those of the window */
export function findRepeatSites(cases: readonly SpotCase[], rules: Rules): Site[] {
  const grids = new Map<string, SiteGrid>()
  for (const one of [...cases].sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1))) {
    const metres = sameProblem(one.code, rules)?.metres
    if (metres === undefined) continue
    const grid = grids.get(one.code) ?? new SiteGrid(one.code, metres)
    grids.set(one.code, grid)
    grid.add(one)
  }
  return [...grids.values()]
    .flatMap(({ sites }) => sites)
    .map((site) => ({ ...site, level: levelOf(site.cases.length, rules) }))
    .filter(({ level }) => level !== 'none')
    .sort((a, b) => byFrequency(a.cases, b.cases))
}

/** The most frequent first; of the same frequency by the id of the first case. */
export const byFrequency = (a: readonly string[], b: readonly string[]): number =>
  b.length - a.length || compare(a[0], b[0])

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many of these cases were the same class at the same place within the rule's days before; never the case itself. */
export function repeatsBefore(of: Omit<SpotCase, 'id'>, earlier: readonly SpotCase[], rules: Rules): number {
  const metres = sameProblem(of.code, rules)?.metres
  const since = of.ms - rules.repeats.days * 86_400_000
  if (metres === undefined) return 0
  return earlier.filter(
    (one) => one.code === of.code && one.ms >= since && one.ms < of.ms && metresIfSame(of, one, metres) !== undefined,
  ).length
}
