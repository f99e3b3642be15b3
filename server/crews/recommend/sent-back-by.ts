import type { Case } from '../../contract/case.ts'
import type { LogRow } from '../../contract/log.ts'

/** The crews that had a case and sent it back, out of its rows in the log, newest first: whose it was stands in the row before. */
export function sentBackBy(rows: readonly Pick<LogRow, 'kind' | 'after'>[]): Set<string> {
  const crews = rows.flatMap(({ kind }, i) => {
    const before = kind === 'case-sent-back' ? (rows[i + 1]?.after as Partial<Case> | null | undefined) : undefined
    return before?.crewId ?? []
  })
  return new Set(crews)
}
