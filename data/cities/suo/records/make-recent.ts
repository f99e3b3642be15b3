import type { MadeAsset, MadeRecord, Position } from '../../city.ts'
import type { CaseKind } from './case-kind.ts'
import { dayOfInstant, isoOf, minuteOfDay } from './clock.ts'
import type { CaseDraft } from './draft-case.ts'
import { dredgingsOf } from './dredge-drains.ts'
import { findHotSpots, reportsAgain } from './hot-spots.ts'
import { inspectionRecords } from './inspection-records.ts'
import { ordinaryDays } from './ordinary-days.ts'
import { patrols } from './patrols.ts'
import { type RoutineChange, routineOf } from './routine.ts'
import { readTown } from './town.ts'
import type { Weather } from './weather.ts'

/** How much goes on in a city. */
export interface Bustle {
  kinds: readonly CaseKind[]
  weather: (day: number) => Weather
  /** Cases on a mild working day. */
  casesADay: number
  /** A seed for each patrol that goes out, and for each group of about eight places that the same trouble comes back to. */
  patrols: readonly number[]
  hotSpots: readonly number[]
  /** Reports of the last half hour: a desk has something on it. */
  fresh: number
  /** Drains are dredged road by road, and each time is told; in a city of 150,000 of them the contractor keeps that book. */
  tellsDredging?: boolean
}

/** A stretch of the last weeks, ISO instants: after `from`, up to and with `to`. */
export interface Stretch {
  from: string
  to: string
}

export interface RecentPlan extends Stretch {
  assets: readonly MadeAsset[]
  /** Longitude and latitude; metres are measured around it. */
  centre: Position
  area: string
  seed: number
}

/** What came in and was looked at in a stretch of time, each in the order of time; how a case goes on is decided by whoever lives it. */
export interface RecentPast {
  reports: CaseDraft[]
  /** `inspection-made`, `hazard-rectified`. */
  inspections: MadeRecord[]
  routine: RoutineChange[]
}

/** The same plan gives the same past. */
export function makeRecent({ assets, centre, area, seed, from, to }: RecentPlan, bustle: Bustle): RecentPast {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const [first, last] = [dayOfInstant(fromMs), dayOfInstant(toMs)]
  const town = readTown(assets, centre)
  const ordinary = ordinaryDays(town, seed, bustle.weather, bustle.kinds)
  const teams = bustle.patrols.map((own) => patrols(town, own))
  const hot = bustle.hotSpots.map((own) => ({ own, spots: findHotSpots(town, own, first, last) }))
  const routineDay = routineOf(town, seed)
  const dredgings = bustle.tellsDredging ? dredgingsOf(town, seed) : () => []
  const past: RecentPast = { reports: [], inspections: [], routine: [] }
  for (let day = first; day <= last; day++) {
    past.reports.push(...hot.flatMap(({ own, spots }) => reportsAgain(town, own, spots, day)))
    past.reports.push(...ordinary(day, bustle.casesADay))
    past.routine.push(...routineDay(day), ...dredgings(day))
    const stops = teams.flatMap((outings) => outings(day, 1))
    const made = inspectionRecords(stops, area)
    // Of a day that was begun before, only what is inspected after; its number stays.
    const known = new Set(made.filter(({ at }) => Date.parse(at) <= fromMs).map(({ entityId }) => entityId))
    for (const row of made) if (!known.has(row.entityId)) past.inspections.push(row)
  }
  past.reports = past.reports.filter(({ at }) => at > fromMs && at <= toMs)
  if (toMs - fromMs > FRESH_MS)
    past.reports.push(...freshReports(ordinaryDays(town, seed + 1, bustle.weather, bustle.kinds)))
  past.reports.sort((a, b) => a.at - b.at)
  const until = isoOf(toMs)
  const since = isoOf(fromMs)
  past.inspections = past.inspections.filter(({ at }) => at <= until).sort(byTime)
  past.routine = past.routine.filter(({ at }) => at > since && at <= until).sort(byTime)
  return past

  function freshReports(otherDays: typeof ordinary): CaseDraft[] {
    // A day that never was: so that the day itself does not bring the same again.
    const drafts = otherDays(last, FRESH_DRAWN).filter(
      ({ at, pace }) => pace !== 'emergency' && Math.abs(minuteOfDay(at) - minuteOfDay(toMs)) <= FRESH_HOURS * 60,
    )
    const chosen = drafts.slice(0, bustle.fresh)
    return chosen.map((draft, i) => ({
      ...draft,
      at: toMs - Math.round((FRESH_MS * (i + 0.8)) / (chosen.length + 0.5)),
    }))
  }
}

const byTime = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

const FRESH_MS = 34 * 60_000
/** Drawn at a time of day like this one: at night hardly anybody reports. */
const FRESH_HOURS = 2
const FRESH_DRAWN = 70
