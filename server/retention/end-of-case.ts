import { caseById } from '../cases/case-store.ts'
import { type Case, ENDED } from '../contract/case.ts'
import type { Db } from '../store/schema.ts'
import { lastChangeOf } from './retention-store.ts'

/** The whole chain is short: a case is merged into an open one, which later may be itself. */
const LONGEST_CHAIN = 20

/** When a case ended for good, Unix ms; undefined while it, or the one it was merged into, is open. A case that does not say (void, refused)
 *  ended with its last step; of one that is not there, nothing is awaited: it ended at 0. */
export async function endOfCase(db: Db, city: string, caseId: string): Promise<number | undefined> {
  let found: Case | undefined = await caseById(db, city, caseId)
  for (let step = 0; step < LONGEST_CHAIN && found?.status === 'merged' && found.mergedInto !== null; step += 1)
    found = await caseById(db, city, found.mergedInto)
  if (!found) return 0
  if (!ENDED.includes(found.status)) return undefined
  return found.closedAt === null ? lastChangeOf(db, city, found.id) : Date.parse(found.closedAt)
}
