import type { Complainant, ComplainantReading } from '../contract/complainant.ts'
import type { Keys } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import { unsealedOf } from './complainant-store.ts'

export interface RevealNeeds {
  /** 6-digit area code of the city. */
  area: string
  store: Pick<Store, 'transaction'>
  keys: Keys
  now: () => Date
}

/** Reads who made a report, in clear; that it was read, by whom and why is in the log before the answer leaves. Undefined when nobody is kept
 *  under the report, and then nothing is logged. Not to be answered again under an Idempotency-Key: answers are kept in clear. Throws
 *  CannotUnseal. */
export function revealComplainant(
  { caseId, reportId, reason }: { caseId: string; reportId: string; reason: string },
  actor: string,
  { area, store, keys, now }: RevealNeeds,
): Promise<Complainant | undefined> {
  return store.transaction(area, async (tx) => {
    const found = (await unsealedOf(tx.db, keys, tx.city, [reportId])).get(reportId)
    if (!found) return undefined
    const at = now().toISOString()
    const after: ComplainantReading = { caseId, reportId, readBy: actor, readAt: at }
    const kind = 'complainant-revealed'
    await tx.append([{ at, actor, kind, entity: 'complainant', entityId: reportId, after, reason }])
    return found
  })
}
