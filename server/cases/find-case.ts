import type { Db } from '../store/schema.ts'
import { caseByNumber, type SeenCase, seenCases } from './case-store.ts'

/** By id, or by its number. */
export async function findCase(db: Db, city: string, idOrNumber: string): Promise<SeenCase | undefined> {
  const known = (await seenCases(db, city, [idOrNumber])).get(idOrNumber)
  return known ?? (await caseByNumber(db, city, idOrNumber))
}
