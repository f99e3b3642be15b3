import type { DrainRules, Dredging, DredgingRow } from '../../contract/drain.ts'

const DAY_MS = 86_400_000

export type DredgedDrain = Pick<DredgingRow, 'id' | 'name' | 'kind' | 'road' | 'status' | 'location' | 'dredgedOn'> & {
  cycleMonths: number | null
}

/** When each drain has to be dredged, and which are overdue: the day of the month on which it was last, so many months on; the last of a shorter
 *  month. @param today YYYY-MM-DD */
export function listDredging(drains: Iterable<DredgedDrain>, today: string, rules: DrainRules): Dredging {
  const rows = [...drains].map((drain) => rowOf(drain, today, rules))
  const overdue = rows.filter(({ daysLate, dueOn }) => dueOn === null || (daysLate ?? 0) > 0)
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort().map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const count = (fits: (row: DredgingRow) => boolean): number => own.filter(fits).length
    const late = count(({ daysLate }) => daysLate !== null && daysLate > 0)
    const neverDredged = count(({ dueOn }) => dueOn === null)
    const dueSoon = count(({ daysLate }) => daysLate !== null && daysLate <= 0 && -daysLate <= rules.warnDays)
    return {
      kind,
      drains: own.length,
      inTime: own.length - late - neverDredged - dueSoon,
      dueSoon,
      overdue: late,
      neverDredged,
    }
  })
  overdue.sort((a, b) => (b.daysLate ?? -1) - (a.daysLate ?? -1) || (a.id < b.id ? -1 : 1))
  return { kinds, overdue, total: overdue.length, source: rules.source }
}

function rowOf({ cycleMonths, ...drain }: DredgedDrain, today: string, rules: DrainRules): DredgingRow {
  const months = cycleMonths ?? rules.cycleMonths
  const dueOn = drain.dredgedOn === null ? null : monthsOn(drain.dredgedOn, months)
  const daysLate = dueOn === null ? null : Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS)
  return { ...drain, cycleMonths: months, cycleAssumed: cycleMonths === null, dueOn, daysLate }
}

/** By how many of its cycles dredging is late; one whole where it never was. */
export const lateCycles = ({ daysLate, cycleMonths }: Pick<DredgingRow, 'daysLate' | 'cycleMonths'>): number =>
  daysLate === null ? 1 : Math.max(0, daysLate / (cycleMonths * 30.4375))

export const dredgingRow = rowOf

function monthsOn(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
