import type { Case } from '../contract/case.ts'
import { decodeCursor } from '../store/cursor.ts'
import type { Db } from '../store/schema.ts'
import { caseById, listCases } from './case-store.ts'

const NUMBER = /^(\d{4})(\d{2})(\d{2})-\d{4}$/
const DAY_MS = 86_400_000
const PAGE = 1_000

/** By id, or by its number: the number's day says where to look. */
export async function findCase(db: Db, city: string, idOrNumber: string): Promise<Case | undefined> {
  const known = await caseById(db, city, idOrNumber)
  const [, year, month, day] = NUMBER.exec(idOrNumber) ?? []
  const begun = Date.parse(`${year}-${month}-${day}T00:00:00+08:00`)
  if (known || Number.isNaN(begun)) return known
  // A day of the number is a day of Asia/Shanghai; an imported case may bear the day after or before.
  const filter = { from: new Date(begun - DAY_MS).toISOString(), to: new Date(begun + 2 * DAY_MS).toISOString() }
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after = cursor ? decodeCursor(cursor) : undefined
    const page: { cases: Case[]; next: string | null } = await listCases(db, city, { filter, after, limit: PAGE })
    const found = page.cases.find((one) => one.number === idOrNumber)
    if (found) return found
    cursor = page.next
  }
  return undefined
}
