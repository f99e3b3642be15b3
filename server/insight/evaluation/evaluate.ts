import type { EvaluatedGroup, FormulaSet, GroupBy, RateFigure } from '../../contract/evaluation.ts'
import type { Scope } from '../../contract/role.ts'
import { type Counts, countGroups } from './count-groups.ts'
import type { Span } from './counts.ts'
import type { FactColumns } from './fact-columns.ts'
import { spanBefore, yearBefore } from './spans.ts'

/** Address of the list of the cases that count for `count` and not for `without`. */
export type ListAddress = (of: { group: string; count: string; without?: string }) => string

interface Asked {
  by: GroupBy
  span: Span
  scope: Scope | undefined
  formulas: FormulaSet
  addressOf: ListAddress
}

/** Every rate and score of every group (STANDARDS 1.4), with 同比 and 环比: a pure function of the cases as they stand and a formula set. */
export function evaluate(facts: FactColumns, { by, span, scope, formulas, addressOf }: Asked): EvaluatedGroup[] {
  const count = (of: Span) => countGroups(facts, { by, span: of, scope })
  const [now, before, lastYear] = [count(span), count(spanBefore(span)), count(yearBefore(span))]
  return [...now].map(([group, counts]) => {
    const rates = formulas.rates.map((rate): RateFigure => {
      const { numerator, denominator } = rate
      const ratio = (of: Counts | undefined) => of && ratioOf(of[numerator], of[denominator])
      return {
        rate: rate.id,
        value: ratio(counts) ?? null,
        numerator: counts[numerator],
        denominator: counts[denominator],
        lists: {
          numerator: addressOf({ group, count: numerator }),
          denominator: addressOf({ group, count: denominator }),
          missing: addressOf({ group, count: denominator, without: numerator }),
        },
        yearBefore: ratio(lastYear.get(group)) ?? null,
        periodBefore: ratio(before.get(group)) ?? null,
      }
    })
    return { group, counts, rates, scores: scoresOf(rates, formulas) }
  })
}

const ratioOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator

/** Nobody is scored on what did not occur: with a rate missing there is no score. */
function scoresOf(figures: readonly RateFigure[], { scores, rates, grades }: FormulaSet): EvaluatedGroup['scores'] {
  return scores.map(({ id, terms }) => {
    let value: number | null = 0
    for (const { rate, weight } of terms) {
      const share = figures.find((figure) => figure.rate === rate)?.value ?? null
      const less = rates.find((of) => of.id === rate)?.better === 'less'
      value = value === null || share === null ? null : value + weight * (less ? 1 - share : share)
    }
    const grade = value === null ? null : (grades.find(({ from }) => (value ?? 0) >= from)?.grade ?? null)
    return { score: id, value, grade }
  })
}
