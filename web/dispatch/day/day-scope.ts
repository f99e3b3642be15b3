import type { DeskCase } from '../../../server/contract/desk-case.ts'

/** Which cases are planned: all, those of a responsibility grid, or those chosen in the queue. */
export type DayScope = 'all' | 'chosen' | `grid:${string}`

/** As the server plans at once. */
export const MOST_CASES = 1_000

const isWaiting = ({ status }: Pick<DeskCase, 'status'>): boolean => status === 'filed'
const isWithCrew = ({ status }: Pick<DeskCase, 'status'>): boolean => status === 'dispatched'

/** The cases of a scope that a plan can give to a crew: what waits, and with `reassign` what a crew has and has not begun. */
export function plannableIn(
  cases: readonly DeskCase[],
  scope: DayScope,
  { chosen, reassign }: { chosen: ReadonlySet<string>; reassign: boolean },
): DeskCase[] {
  const isIn = (of: DeskCase): boolean =>
    scope === 'all' || (scope === 'chosen' ? chosen.has(of.id) : `grid:${of.responsibilityGrid}` === scope)
  return cases.filter((of) => (isWaiting(of) || (reassign && isWithCrew(of))) && isIn(of))
}

/** The cases to name when asking; undefined: all that there are. */
export const namedIn = (scope: DayScope, plannable: readonly DeskCase[]): string[] | undefined =>
  scope === 'all' ? undefined : plannable.map(({ id }) => id)
