import type { Db } from '../store/schema.ts'
import { endOfCase } from './end-of-case.ts'

/** Something of a case that was kept at `ms` (Unix ms). */
export interface KeptOfCase {
  id: string
  caseId: string
  ms: number
}

export type ReadKept = (
  db: Db,
  city: string,
  of: { before: string; after: { ms: number; id: string }; limit: number },
) => Promise<KeptOfCase[]>

const PAGE = 500

/** Ids of what was kept for cases that had all ended before an instant, in batches. Only what is itself older is looked at: nothing is kept
 *  for a case after its end. */
export const dueByCase = (read: ReadKept) =>
  async function* due(db: Db, city: string, before: string): AsyncGenerator<string[]> {
    for (let after = { ms: 0, id: '' }; ; ) {
      const page = await read(db, city, { before, after, limit: PAGE })
      const ends = new Map<string, number | undefined>()
      for (const { caseId } of page) if (!ends.has(caseId)) ends.set(caseId, await endOfCase(db, city, caseId))
      const ids = page.filter(({ caseId }) => isBefore(ends.get(caseId), before)).map(({ id }) => id)
      if (ids.length) yield ids
      const last = page.at(-1)
      if (!last || page.length < PAGE) return
      after = { ms: last.ms, id: last.id }
    }
  }

const isBefore = (end: number | undefined, before: string): boolean => end !== undefined && end < Date.parse(before)
