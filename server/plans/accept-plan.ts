import type { CaseWriter } from '../cases/act-on-case.ts'
import { actOnCases } from '../cases/act-on-cases.ts'
import type { CaseNeeds } from '../cases/case-needs.ts'
import type { DayPlan, PlanAcceptance, PlanAccepted } from '../contract/day-plan.ts'

/** Whoever gives a case to another crew says why (CASE_LIFE). */
const REASON = '按当日计划改派'

/** Dispatches what is chosen of a plan, as by hand: crew by crew, each with its own batch to undo. What has happened to a case since is told case by
 *  case. Throws CaseRefused when the city was busy for too long, KeyReused. */
export async function acceptPlan(
  { routes }: Pick<DayPlan, 'routes'>,
  { crewIds, caseIds }: PlanAcceptance,
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<PlanAccepted> {
  const crews: PlanAccepted['crews'] = []
  for (const { crewId, stops } of routes) {
    if (crewIds && !crewIds.includes(crewId)) continue
    const chosen = stops.filter(({ caseId, isNew }) => isNew && (!caseIds || caseIds.includes(caseId)))
    const given = chosen.filter(({ takenFrom }) => takenFrom === null).map(({ caseId }) => caseId)
    const moved = chosen.filter(({ takenFrom }) => takenFrom !== null).map(({ caseId }) => caseId)
    // One key per crew and action: a request that comes again finds each done.
    const writer = (action: string): CaseWriter => ({
      actor,
      once: once && { ...once, key: `${once.key}:${crewId}:${action}` },
    })
    if (given.length) {
      const ask = { action: 'dispatch' as const, input: { crewId }, ids: given }
      const { again: _, ...outcome } = await actOnCases(ask, writer('dispatch'), needs)
      crews.push({ crewId, ...outcome })
    }
    if (moved.length) {
      const ask = { action: 'reassign' as const, input: { crewId, reason: REASON }, ids: moved }
      const { again: _, ...outcome } = await actOnCases(ask, writer('reassign'), needs)
      crews.push({ crewId, ...outcome })
    }
  }
  return { crews }
}
