import { COMPLAINT_SOURCES } from '../contract/case.ts'
import type { CountId, FormulaSet } from '../contract/evaluation.ts'
import type { Scope } from '../contract/role.ts'
import type { ComparedBy } from '../contract/spot-periods.ts'
import { BIT, counterOf, type Span } from '../insight/evaluation/counts.ts'
import type { FactColumns, Word } from '../insight/evaluation/fact-columns.ts'
import { rowsIn } from '../insight/evaluation/in-scope.ts'

/** What is counted of a case: 1 for each that counts, and for a rate those that it is counted among. */
export interface CaseMeasure {
  counts: CountId | 'complaints'
  among?: CountId
}

/** The measure of an indicator; undefined for a rate that the formula set does not have. */
export function measureOf(indicator: string, { rates }: FormulaSet): CaseMeasure | undefined {
  if (!indicator.startsWith('rate:')) return { counts: indicator as CaseMeasure['counts'] }
  const rate = rates.find(({ id }) => id === indicator.slice('rate:'.length))
  return rate && { counts: rate.numerator, among: rate.denominator }
}

const WORD_OF: Partial<Record<ComparedBy, Word>> = {
  grid: 'responsibilityGrid',
  'unit-grid': 'unitGrid',
  class: 'class',
}

/** Rows of a span that the measure counts, or counts among. */
export function rowsOf(facts: FactColumns, span: Span, measure: CaseMeasure, scope: Scope | undefined) {
  const [bitsOf, isMine] = [counterOf(facts, span), rowsIn(facts, scope)]
  const { source } = facts.words
  const isPublic = facts.texts.source.map((text) => (COMPLAINT_SOURCES as readonly string[]).includes(text))
  const [bit, among] = [measure.counts === 'complaints' ? BIT.received : BIT[measure.counts], measure.among]
  const rows: { row: number; counts: boolean }[] = []
  for (let row = 0; row < facts.count; row += 1) {
    const bits = bitsOf(row)
    if (bits === 0 || !isMine(row)) continue
    const counts = (bits & bit) !== 0 && (measure.counts !== 'complaints' || isPublic[source[row] ?? 0] === true)
    if (counts || (among && bits & BIT[among])) rows.push({ row, counts })
  }
  return rows
}

/** Counts, or rates where the measure has an `among`, by key. */
export function sumByKey(
  rows: readonly { row: number; counts: boolean }[],
  keyOf: (row: number) => string,
  { among }: CaseMeasure,
): Map<string, number | null> {
  const sums = new Map<string, { some: number; all: number }>()
  for (const { row, counts } of rows) {
    const key = keyOf(row)
    const sum = sums.get(key) ?? { some: 0, all: 0 }
    sum.some += Number(counts)
    sum.all += 1
    sums.set(key, sum)
  }
  return new Map([...sums].map(([key, { some, all }]) => [key, among ? some / all : some]))
}

/** By a word of the case itself; undefined where its place decides. */
export function wordKeys(facts: FactColumns, by: ComparedBy): ((row: number) => string) | undefined {
  if (by === 'all') return () => 'all'
  const word = WORD_OF[by]
  return word && ((row) => facts.texts[word][facts.words[word][row] ?? 0] ?? '')
}
