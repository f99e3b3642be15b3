import type { DrainRules, Dredging, DredgingRow } from '../../contract/drain.ts'
import { sortInSteps } from '../steps/sort-in-steps.ts'
import { toTheEnd } from '../steps/to-the-end.ts'

const DAY_MS = 86_400_000
/** A millisecond's worth. */
const AT_ONCE = 500

export type DredgedDrain = Pick<DredgingRow, 'id' | 'name' | 'kind' | 'road' | 'status' | 'location' | 'dredgedOn'> & {
  cycleMonths: number | null
}

/** When a drain has to be dredged; of one that never was, nobody knows. */
export type Due = Pick<DredgingRow, 'cycleMonths' | 'cycleAssumed' | 'dueOn' | 'daysLate'>
type DueOf = (drain: Pick<DredgedDrain, 'dredgedOn' | 'cycleMonths'>) => Due

type Kind = Dredging['kinds'][number]

/** When each drain has to be dredged, and which are overdue: the day of the month on which it was last, so many months on; the last of a shorter
 *  month. @param today YYYY-MM-DD */
export const listDredging = (drains: Iterable<DredgedDrain>, today: string, rules: DrainRules): Dredging =>
  toTheEnd(listDredgingInSteps(drains, today, rules))

/** As listDredging, some drains at a time: a district has 150,000. */
export function* listDredgingInSteps(
  drains: Iterable<DredgedDrain>,
  today: string,
  rules: DrainRules,
): Generator<void, Dredging> {
  const dueOf = dueBy(today, rules)
  const kinds = new Map<string, Kind>()
  const overdue: DredgingRow[] = []
  let looked = 0
  for (const drain of drains) {
    if (++looked % AT_ONCE === 0) yield
    const due = dueOf(drain)
    const { daysLate } = due
    const kind = kinds.get(drain.kind) ?? noneOf(drain.kind)
    kinds.set(drain.kind, kind)
    kind.drains++
    if (daysLate === null) kind.neverDredged++
    else if (daysLate > 0) kind.overdue++
    else if (-daysLate <= rules.warnDays) kind.dueSoon++
    else kind.inTime++
    if (daysLate === null || daysLate > 0) overdue.push({ ...drain, ...due })
  }
  const sorted = yield* sortInSteps(
    overdue,
    (a, b) => (b.daysLate ?? -1) - (a.daysLate ?? -1) || (a.id < b.id ? -1 : 1),
  )
  const byName = [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
  return { kinds: byName, overdue: sorted, total: sorted.length, source: rules.source }
}

const noneOf = (kind: string): Kind => ({ kind, drains: 0, inTime: 0, dueSoon: 0, overdue: 0, neverDredged: 0 })

/** Files have few days and few cycles, and reckoning with dates is slow: each pair is reckoned once. */
export function dueBy(today: string, rules: DrainRules): DueOf {
  const known = new Map<string, Due>()
  return (drain) => {
    const key = `${drain.dredgedOn} ${drain.cycleMonths}`
    const due = known.get(key) ?? dueOn(drain, today, rules)
    known.set(key, due)
    return due
  }
}

function dueOn({ dredgedOn, cycleMonths }: Parameters<DueOf>[0], today: string, rules: DrainRules): Due {
  const months = cycleMonths ?? rules.cycleMonths
  const due = dredgedOn === null ? null : monthsOn(dredgedOn, months)
  const daysLate = due === null ? null : Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS)
  return { cycleMonths: months, cycleAssumed: cycleMonths === null, dueOn: due, daysLate }
}

/** By how many of its cycles dredging is late; one whole where it never was. */
export const lateCycles = ({ daysLate, cycleMonths }: Pick<DredgingRow, 'daysLate' | 'cycleMonths'>): number =>
  daysLate === null ? 1 : Math.max(0, daysLate / (cycleMonths * 30.4375))

function monthsOn(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
