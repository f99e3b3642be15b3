import type { Complainant } from '../contract/complainant.ts'
import { noteKey } from '../store/open-keys.ts'
import type { Keys } from '../store/seal.ts'
import type { Tx } from '../store/store.ts'
import { keepSealed } from './complainant-store.ts'

/** Keeps who made a report, encrypted and apart from the log, in the transaction that receives it; nobody who gave neither name nor phone.
 *  `caseId`: the case that the report opened or joined, whose end starts the days of keeping. Throws BadDataKey. */
export async function keepComplainant(
  tx: Tx,
  keys: Keys,
  of: { caseId: string; reportId: string; complainant: Complainant; at: Date },
): Promise<void> {
  const { name, phone } = of.complainant
  if (name === '' && phone === '') return
  await noteKey(tx, keys)
  await keepSealed(tx, keys, of)
}
