import { isOpen } from '../../../server/contract/case.ts'
import { type DeskCase, type DeskCases, deskCaseOf } from '../../../server/contract/desk-case.ts'
import type { LiveNews } from '../../live/live-news.ts'

/** The open cases as a wall shows them: what was read last, and what the stream told since. */
export interface CaseBook {
  cases: ReadonlyMap<string, DeskCase>
  /** The row of the log that was read. */
  seq: number
  /** Cases of the stream by id, with their row: until what is read is as new. Null has ended or gone to others. */
  told: ReadonlyMap<string, { seq: number; is: DeskCase | null }>
}

export const NO_CASES: CaseBook = { cases: new Map(), seq: -1, told: new Map() }

/** The book after everything was read anew; what was heard of later rows stays. */
export function bookOf({ told }: CaseBook, { seq, cases }: DeskCases): CaseBook {
  const later = new Map([...told].filter(([, one]) => one.seq > seq))
  return { cases: withTold(new Map(cases.map((one) => [one.id, one])), later), seq, told: later }
}

/** The book after an event; itself where nothing changed, `again` where everything is to be read anew. */
export function bookAfter(book: CaseBook, news: LiveNews): CaseBook | 'again' {
  if (news.event === 'picture' || news.event === 'resync' || news.event === 'unreadable') return 'again'
  if (news.event !== 'change' && news.event !== 'gone') return book
  const { seq, entity, entityId } = news.data
  if (entity !== 'case' || seq <= book.seq || seq <= (book.told.get(entityId)?.seq ?? 0)) return book
  const state = 'state' in news.data ? news.data.state : undefined
  const is = state && isOpen(state) ? deskCaseOf(state) : null
  const one = new Map([[entityId, { seq, is }]])
  return { ...book, cases: withTold(new Map(book.cases), one), told: new Map([...book.told, ...one]) }
}

function withTold(cases: Map<string, DeskCase>, told: CaseBook['told']): ReadonlyMap<string, DeskCase> {
  for (const [id, { is }] of told) {
    if (is) cases.set(id, is)
    else cases.delete(id)
  }
  return cases
}
