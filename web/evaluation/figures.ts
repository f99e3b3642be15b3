import type { EvaluatedGroup, FormulaSet, Rate, RateFigure } from '../../server/contract/evaluation.ts'
import { number, signed } from '../format.ts'
import type { Side } from './evaluation-search.ts'

/** 96.4 % */
export const percent = (value: number): string => `${number(value * 100, 1)} %`

/** A difference of two rates in points of a percent, with its sign; undefined where one of them is not there. */
export const difference = (value: number | null, before: number | null): string | undefined =>
  value === null || before === null ? undefined : signed(round((value - before) * 100), 1)

/** Or a difference of nothing would read −0. */
const round = (points: number): number => Math.round(points * 10) / 10 + 0

/** Rates of those who handle are out of what was due to be handled; the others are the posts'. */
export const ratesOf = ({ rates }: FormulaSet, side: Side): Rate[] =>
  rates.filter(({ denominator }) => (denominator === 'due') === (side === 'handling'))

export const figureOf = ({ rates }: EvaluatedGroup, rate: string): RateFigure | undefined =>
  rates.find((figure) => figure.rate === rate)

/** Groups in the order asked for; those without a value come last either way. Without an order: by how much was due, then by how much came in, the most first. */
export function orderGroups(groups: readonly EvaluatedGroup[], sort: string | undefined): EvaluatedGroup[] {
  if (sort === undefined)
    return [...groups].sort(
      ({ counts: one }, { counts: other }) => other.due - one.due || other.received - one.received,
    )
  const [key, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1]
  const sortValue = (group: EvaluatedGroup): number | null =>
    (key === 'score' ? group.scores[0]?.value : figureOf(group, key)?.value) ?? null
  return [...groups].sort((one, other) => {
    const [a, b] = [sortValue(one), sortValue(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return (a - b) * sign
  })
}
