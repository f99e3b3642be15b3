import { listCases } from '../cases/case-store.ts'
import type { Case } from '../contract/case.ts'
import type { Scope } from '../contract/role.ts'
import { decodeCursor } from '../store/cursor.ts'
import type { PlanNeeds } from './plan-needs.ts'

const PAGE = 1_000
const MOST = 20_000

/** Cases that came in within so many days, page by page, so that other requests are answered meanwhile; the newest 20,000 at most. */
export async function pastCases(
  { area, store, now }: Pick<PlanNeeds, 'area' | 'store' | 'now'>,
  { days, scope }: { days: number; scope?: Scope },
): Promise<Case[]> {
  const from = new Date(now().getTime() - days * 86_400_000).toISOString()
  const filter = { from, ...(scope ? { scope } : {}) }
  const found: Case[] = []
  for (let next: string | null | undefined; next !== null && found.length < MOST; ) {
    const after = next === undefined ? undefined : decodeCursor(next)
    const page = await listCases(store.db, area, { filter, limit: PAGE, after })
    found.push(...page.cases)
    next = page.next
  }
  return found
}
