import type { ComparedPeriods, ComparedRow } from '../../contract/spot-periods.ts'

/** Figures of a period by key; undefined for a period that nothing was recorded of. */
export type Figures = ReadonlyMap<string, number | null> | undefined

export interface PeriodFigures {
  value: Figures
  yearBefore: Figures
  periodBefore: Figures
  against: Figures
}

/** The figures of periods side by side (P8: 同比 to the year before, 环比 to the period before), the largest first. A count that is not there is 0,
 *  a rate that is not there is none. */
export function compareFigures(
  figures: PeriodFigures,
  kind: ComparedPeriods['kind'],
): Omit<ComparedRow, 'name' | 'ring'>[] {
  const periods = [figures.value, figures.yearBefore, figures.periodBefore, figures.against]
  const keys = new Set(periods.flatMap((period) => [...(period?.keys() ?? [])]))
  const of = (period: Figures, key: string): number | null =>
    period ? (period.get(key) ?? (kind === 'rate' ? null : 0)) : null
  const change = (value: number | null, before: number | null): number | null => {
    if (value === null || before === null) return null
    if (kind === 'rate') return value - before
    return before === 0 ? null : (value - before) / before
  }
  const rows = [...keys].map((key) => {
    const [value = null, yearBefore = null, periodBefore = null, against = null] = periods.map((one) => of(one, key))
    return {
      ...{ key, value, yearBefore, periodBefore, against },
      yearChange: change(value, yearBefore),
      periodChange: change(value, periodBefore),
      againstChange: change(value, against),
    }
  })
  return rows.sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.key < b.key ? -1 : 1))
}
