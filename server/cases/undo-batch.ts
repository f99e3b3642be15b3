import type { CaseResult, ManyOutcome } from '../contract/case-card.ts'
import { CASE_LIFE } from '../contract/case-life.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { LogRow } from '../contract/log.ts'
import { readLog } from '../store/read-log.ts'
import { statesBefore } from '../store/state-at.ts'
import { batchOf, type CaseWriter } from './act-on-case.ts'
import type { CaseBook } from './case-book.ts'
import type { CaseNeeds } from './case-needs.ts'
import { CaseRefused } from './case-refused.ts'
import { ABSORBED, PARTED } from './merge-case.ts'
import { runCaseWrite } from './run-case-write.ts'

/** D6: as long as somebody who slipped may take it back. */
const UNDO_MS = 60_000
/** What can be taken back: actions, not reports, which somebody made outside. */
const UNDOABLE: ReadonlySet<string> = new Set([...Object.values(CASE_LIFE).map(({ kind }) => kind), ABSORBED, PARTED])
export const UNDONE = 'case-undone'

/** Takes back what one did within the last minute, case by case, where nothing else happened to it since: it is again what it was, and both stand in
 *  the log. Throws CaseRefused, KeyReused.
 *  @param batch as actOnCases gave it out */
export async function undoBatch(
  { batch }: { batch: string },
  { actor, once }: CaseWriter,
  needs: CaseNeeds,
): Promise<ManyOutcome & { again: boolean }> {
  const { answer, again } = await runCaseWrite(needs, once, async (book) => {
    const now = needs.now()
    const rows = await ownRows(book, batch, actor.id)
    const oldest = rows[0]
    if (!oldest) throw new CaseRefused(404, 'unknown-batch', 'You did nothing that is called so.', { at: 'batch' })
    if (now.getTime() - Date.parse(oldest.at) > UNDO_MS)
      throw new CaseRefused(409, 'too-late', 'What was done is taken back within a minute; it is longer ago.')
    const ids = [...new Set(rows.map(({ entityId }) => entityId))]
    await book.fetch(ids)
    const before = await statesBefore(book.tx.db, { city: book.tx.city, entity: 'case', ids, seq: oldest.seq })
    const done: { id: string; step: number | null }[] = []
    for (const id of ids) {
      const last = rows.findLast(({ entityId }) => entityId === id)
      const was = before.get(id)?.after
      const isLast = (await book.read(id))?.seq === last?.seq
      const after = was && isLast ? wholeCase(was) : undefined
      const step = after && book.step({ at: now.toISOString(), actor: actor.id, kind: UNDONE, reason: null, after })
      done.push({ id, step: step ?? null })
    }
    return (first) => ({
      results: done.map(({ id, step }) => resultOf(id, step === null ? null : first + step)),
      batch: book.steps ? batchOf(first, first + book.steps - 1) : null,
    })
  })
  return { ...answer, again }
}

const resultOf = (id: string, seq: number | null): CaseResult => ({
  id,
  seq,
  refused: seq === null ? { status: 409, code: 'moved-on', detail: 'Something else happened to it since.' } : null,
})

/** The log rows of a batch, when all of them are steps of this person. */
async function ownRows({ tx }: CaseBook, batch: string, actor: string): Promise<LogRow[]> {
  const [, first, last] = /^(\d{1,15})-(\d{1,15})$/.exec(batch)?.map(Number) ?? []
  if (first === undefined || last === undefined || last < first || last - first > 2_000) return []
  const rows = await readLog(tx.db, { city: tx.city, after: first - 1, limit: last - first + 1 })
  const isOwn = rows.every((row) => row.entity === 'case' && row.actor === actor && UNDOABLE.has(row.kind))
  return isOwn ? rows : []
}
