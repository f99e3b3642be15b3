import { caseById } from '../cases/case-store.ts'
import { type Case, ENDED } from '../contract/case.ts'
import type { Db } from '../store/schema.ts'
import { lastChangeOf } from './retention-store.ts'

/** When a case ended for good, Unix ms; undefined while it, or the one that it went on in, is open: a merged case lives as long as the one that it
 *  was merged into, however often that was merged itself. A case that does not say (void, refused) ended with its last step; of one that is
 *  not there, nothing is awaited: it ended at 0. */
export async function endOfCase(db: Db, city: string, caseId: string): Promise<number | undefined> {
  let found: Case | undefined = await caseById(db, city, caseId)
  // Two that were each merged into the other end the search; then neither goes on.
  for (
    const seen = new Set<string>();
    found?.status === 'merged' && found.mergedInto !== null && !seen.has(found.id);
  ) {
    seen.add(found.id)
    found = await caseById(db, city, found.mergedInto)
  }
  if (!found) return 0
  if (!ENDED.includes(found.status)) return undefined
  return found.closedAt === null ? lastChangeOf(db, city, found.id) : Date.parse(found.closedAt)
}
