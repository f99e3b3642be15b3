import type { FormulaSet } from '../../contract/evaluation.ts'
import type { Scope } from '../../contract/role.ts'
import type { WallFigures } from '../../contract/wall.ts'
import { evaluate } from '../evaluation/evaluate.ts'
import type { FactColumns } from '../evaluation/fact-columns.ts'
import { formulasAt } from '../evaluation/formulas-at.ts'
import type { WallTime } from './wall-time.ts'

/** Of the cases of this month, by the set that was in force when it began. */
export function rateMonth(
  facts: FactColumns,
  { nowMs, month }: WallTime,
  { scope, formulas }: { scope: Scope | undefined; formulas: readonly FormulaSet[] },
): NonNullable<WallFigures['rates']> {
  const set = formulasAt(formulas, month)
  const span = { from: month, to: nowMs + 1, asOf: nowMs }
  // Nobody at a wall opens a list.
  const [city] = evaluate(facts, { by: 'all', span, scope, formulas: set, addressOf: () => '' })
  const rates = set.rates.flatMap(({ id, name, better }) => {
    const figure = city?.rates.find(({ rate }) => rate === id)
    if (!figure) return []
    const { numerator, denominator, value, periodBefore } = figure
    return [{ id, name, better, numerator, denominator, percent: percentOf(value), before: percentOf(periodBefore) }]
  })
  const scores = set.scores.flatMap(({ id, name }) => {
    const told = city?.scores.find(({ score }) => score === id)
    return told ? [{ id, name, value: told.value, grade: told.grade }] : []
  })
  return { rates, scores }
}

const percentOf = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 10)
