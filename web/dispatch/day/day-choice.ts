import type { DayPlan, PlanAcceptance, PlanStop } from '../../../server/contract/day-plan.ts'

/** What of a proposal is not wanted: everything is, until somebody says so. */
export type Unwanted = ReadonlySet<string>

/** Only what is new can be accepted; what a crew has already is part of its day all the same. */
export const newStops = (stops: readonly PlanStop[]): PlanStop[] => stops.filter(({ isNew }) => isNew)

export const isWanted = ({ caseId }: Pick<PlanStop, 'caseId'>, unwanted: Unwanted): boolean => !unwanted.has(caseId)

/** Whether all, some or none of a crew's new stops are wanted. */
export function shareOf(stops: readonly PlanStop[], unwanted: Unwanted): 'all' | 'some' | 'none' {
  const news = newStops(stops)
  const wanted = news.filter((stop) => isWanted(stop, unwanted)).length
  return wanted === 0 ? 'none' : wanted === news.length ? 'all' : 'some'
}

/** With these stops wanted, or not. */
export function withWanted(unwanted: Unwanted, ids: readonly string[], wanted: boolean): Unwanted {
  const next = new Set(unwanted)
  for (const id of ids)
    if (wanted) next.delete(id)
    else next.add(id)
  return next
}

/** The new stops that are wanted and not dispatched yet. */
export const wantedIds = (plan: Pick<DayPlan, 'routes'>, unwanted: Unwanted, taken: ReadonlySet<string>): string[] =>
  plan.routes
    .flatMap(({ stops }) => newStops(stops))
    .filter((stop) => isWanted(stop, unwanted) && !taken.has(stop.caseId))
    .map(({ caseId }) => caseId)

/** As the server takes at once. */
const AT_ONCE = 1_000

/** Cases to accept in as many requests as it takes. */
export const acceptancesOf = (ids: readonly string[]): PlanAcceptance[] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ({
    caseIds: ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  }))
