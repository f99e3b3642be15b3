import type { ComparedPeriods, ComparedRow } from '../../../server/contract/spot-periods.ts'
import { number, signed } from '../../format.ts'
import type { DrawnCell } from './draw-cells.ts'
import { monthsOf } from './scales.ts'
import type { Against } from './spot-search.ts'

/** +12.5 % against what was there before; undefined where there is nothing to compare with. */
export const changeText = (change: number | null): string | undefined =>
  change === null ? undefined : `${signed(change * 100, 1)} %`

/** Largest first; what has no grid or road is last, however much it is. */
export const rankCompared = (rows: readonly ComparedRow[]): ComparedRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') || (b.value ?? 0) - (a.value ?? 0) || a.key.localeCompare(b.key),
  )

const beforeOf = (row: ComparedRow, against: Against): number | null =>
  against === 'year' ? row.yearBefore : row.periodBefore

/** The cells of a comparison as densities per km² and month: of the period, of what it is compared with, and their difference. */
export function comparedCells({ rows, period, ...of }: ComparedPeriods, against: Against) {
  const metres = of.cellMetres ?? 0
  const perCount = 1 / ((metres / 1_000) ** 2 * Math.max(monthsOf(period), 1 / 60))
  const drawn = (value: (row: ComparedRow) => number | null): DrawnCell[] =>
    rows.flatMap((row) => {
      const count = value(row)
      return row.ring === null
        ? []
        : [{ id: row.key, ring: row.ring, value: count === null ? null : count * perCount, none: count === 0 }]
    })
  const change = (row: ComparedRow): number | null => {
    const before = beforeOf(row, against)
    return row.value === null || before === null ? null : row.value - before
  }
  return {
    now: drawn(({ value }) => value),
    before: drawn((row) => beforeOf(row, against)),
    change: drawn(change),
  }
}

/** 38 件, or a dash where nothing was recorded so early. */
export const counted = (value: number | null, unit: string): string =>
  value === null ? '—' : `${number(value)} ${unit}`
