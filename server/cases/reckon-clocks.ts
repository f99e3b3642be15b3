import type { Case } from '../contract/case.ts'
import type { Clock } from '../contract/clock.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { LogRow } from '../contract/log.ts'
import { reckonClock } from '../contract/run-clock.ts'
import type { WorkCalendar } from '../contract/working-time.ts'
import { historyOf } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type CaseBook, openCaseBook } from './case-book.ts'
import { beyondCalendar } from './case-store.ts'

export const RECKONED = 'clock-reckoned'
/** Few at a time: others want to write too. */
const AT_ONCE = 100
const MOST_STEPS = 500
/** A clock was lengthened in parts, and each was rounded to the millisecond. */
const SAME_MS = 1_000

/** The calendars as they stand, and as they stood when clocks were reckoned. */
export interface Calendars {
  calendar: WorkCalendar
  formerCalendars(): readonly WorkCalendar[]
}

export interface ReckonNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
  calendars: (db: Db) => Promise<Calendars>
}

/** Reckons the clocks of open cases anew that ran into a year whose holidays were not known, now that there is a calendar; a row of the log for each
 *  case. Clocks that nobody had to guess at stay as they are (D4). Done twice it changes nothing the second time. How many cases. */
export async function reckonClocks(
  { reason, actor }: { reason: string; actor: string },
  { area, store, now, calendars }: ReckonNeeds,
): Promise<number> {
  const ids: string[] = []
  for await (const some of beyondCalendar(store.db, area)) ids.push(...some)
  let count = 0
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    count += await store.transaction(area, async (tx) => {
      const book = openCaseBook(tx)
      const known = await calendars(tx.db)
      await book.fetch(ids.slice(from, from + AT_ONCE))
      for (const id of ids.slice(from, from + AT_ONCE)) {
        const after = await reckoned(book, id, known)
        if (after) book.step({ at: now().toISOString(), actor, kind: RECKONED, reason, after })
      }
      if (book.steps) await book.write()
      return book.steps
    })
  }
  return count
}

async function reckoned({ tx, read }: CaseBook, id: string, known: Calendars): Promise<Case | undefined> {
  const of = (await read(id))?.state
  if (!of?.clocks.some(isGuessed)) return undefined
  const rows = await historyOf(tx.db, { city: tx.city, entity: 'case', entityId: id, limit: MOST_STEPS })
  const clocks = of.clocks.map((clock) => (isGuessed(clock) ? anew(clock, beginningsOf(clock, rows), known) : clock))
  return clocks.some((clock, at) => clock !== of.clocks[at]) ? { ...of, clocks } : undefined
}

const isGuessed = ({ beyondCalendar, endedAt, pausedAt }: Clock): boolean =>
  beyondCalendar === true && endedAt === null && pausedAt === null

/** When a clock may have begun to run last: at its start, or when it was resumed.
 *  @param rows of its case, the newest first */
export function beginningsOf({ id, startedAt }: Clock, rows: readonly LogRow[]): string[] {
  const beginnings = [startedAt]
  let stood = false
  for (const { at, after } of rows.toReversed()) {
    const clock = after === null ? undefined : wholeCase(after).clocks.find((one) => one.id === id)
    if (stood && clock?.pausedAt === null) beginnings.push(at)
    stood = clock !== undefined && clock.pausedAt !== null
  }
  return beginnings.reverse()
}

/** The clock by the days that are known now and the hours that it was reckoned by, from that beginning of which a former calendar makes what it
 *  says; as it is where none does, since then nobody knows what it was reckoned by. */
export function anew(clock: Clock, beginnings: readonly string[], { calendar, formerCalendars }: Calendars): Clock {
  const saysSo = (at: string, by: WorkCalendar): boolean =>
    Math.abs(Date.parse(reckonClock(clock, at, by).dueAt ?? '') - Date.parse(clock.dueAt ?? '')) < SAME_MS
  for (const by of formerCalendars()) {
    const began = beginnings.find((at) => saysSo(at, by))
    if (began === undefined) continue
    const next = reckonClock(clock, began, { hours: by.hours, isWorkday: calendar.isWorkday })
    return next.dueAt === clock.dueAt && next.beyondCalendar === clock.beyondCalendar ? clock : next
  }
  return clock
}
