import { listCases } from '../cases/case-store.ts'
import type { PlanNeeds } from './plan-needs.ts'
import { mediansOf, type ServiceTimes, serviceTimes } from './service-times.ts'

const DAYS = 90
const MOST = 5_000
const KEPT_MS = 3_600_000

const known = new WeakMap<PlanNeeds['store'], { untilMs: number; medians: Map<string, number> }>()

/** How long handling takes by the closed cases of the last 90 days and the local rule; read anew once an hour. */
export async function knownServiceTimes({ area, store, now, serviceRules }: PlanNeeds): Promise<ServiceTimes> {
  const ms = now().getTime()
  let kept = known.get(store)
  if (!kept || kept.untilMs < ms) {
    const from = new Date(ms - DAYS * 86_400_000).toISOString()
    const { cases } = await listCases(store.db, area, { filter: { status: ['closed'], from }, limit: MOST })
    kept = { untilMs: ms + KEPT_MS, medians: mediansOf(cases) }
    known.set(store, kept)
  }
  return serviceTimes(serviceRules, kept.medians)
}
