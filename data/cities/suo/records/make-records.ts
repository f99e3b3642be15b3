import type { MadeAsset, MadeRecord, Position } from '../../city.ts'
import { calmed, withAssetChanges } from './asset-changes.ts'
import { recordsOfDay } from './case-course.ts'
import { dayOf, dayOfInstant, isoOf } from './clock.ts'
import type { CaseDraft, Trouble } from './draft-case.ts'
import { dredgingsOf } from './dredge-drains.ts'
import { findHotSpots, reportsAgain } from './hot-spots.ts'
import { inspectionRecords } from './inspection-records.ts'
import { ordinaryDays } from './ordinary-days.ts'
import type { InspectionDraft } from './outing.ts'
import { patrols } from './patrols.ts'
import { type RoutineChange, routineOf } from './routine.ts'
import { surveysOf } from './survey-landfill.ts'
import { readTown } from './town.ts'
import { weatherOf } from './weather.ts'
import { casesOf2024 } from './year-2024/cases.ts'
import { inspectionsOf2024 } from './year-2024/inspections.ts'

export interface RecordsPlan {
  assets: readonly MadeAsset[]
  /** Longitude and latitude; metres are measured around it. */
  centre: Position
  area: string
  seed: number
  /** ISO instant of the last record at most. */
  now: string
  /** YYYY-MM-DD from which the days are as full as a real bureau's; 60 days before `now` when left out. */
  recentFrom?: string
}

const BUSY_DAYS = 60
const PLATFORM_SINCE = dayOf('2025-01-01')
/** Cases on a mild working day: in the last weeks, and at the beginning of 2025 growing by this much a year. */
export const CASES = { recent: 19, first: 2.2, moreEachYear: 1.6 }
/** How often the patrols went out: at the beginning of 2025, and growing. */
const EFFORT = { first: 0.2, moreEachYear: 0.1 }

/** Everything that happened in the made city, whole states in the order of time: 2024 as reported, a light 2025, and the
 *  last weeks as a real bureau's. The same plan gives the same bytes; the rows up to a `now` are the first rows of those
 *  up to a later one with the same `recentFrom`. */
export function makeRecords({ assets, centre, area, seed, now, recentFrom }: RecordsPlan): MadeRecord[] {
  const today = dayOfInstant(Date.parse(now))
  const recent = recentFrom === undefined ? today - BUSY_DAYS + 1 : dayOf(recentFrom)
  const town = readTown(assets, centre)
  const weather = weatherOf(seed)
  const told = inspectionsOf2024(town, seed)
  const cases = byDay([...casesOf2024(town, seed, weather), ...told.cases])
  const stops = byDay(told.stops)
  const routine: RoutineChange[] = []

  const ordinary = ordinaryDays(town, seed, weather)
  const hot = findHotSpots(town, seed, recent, today)
  const outings = patrols(town, seed)
  const routineDay = routineOf(town, seed)
  const surveys = surveysOf(town, seed)
  // As they stand before the first record.
  const dredgings = dredgingsOf({ layer: (id) => town.layer(id).map(calmed) }, seed)
  for (let day = PLATFORM_SINCE; day <= today; day++) {
    const years = (day - PLATFORM_SINCE) / 365
    const count = day >= recent ? CASES.recent : CASES.first + CASES.moreEachYear * years
    cases.set(day, [...reportsAgain(town, seed, hot, day), ...ordinary(day, count)])
    stops.set(day, outings(day, day >= recent ? 1 : EFFORT.first + EFFORT.moreEachYear * years))
    const alone = [...(day >= recent ? routineDay(day) : surveys(day)), ...dredgings(day)]
    routine.push(...alone.sort(byTime))
  }

  const troubles = new Map<string, Trouble | null>()
  const records = [...cases.values()].flatMap((drafts) =>
    recordsOfDay(drafts, seed, area).flatMap(({ draft, id, records }) => {
      troubles.set(id, draft.trouble)
      return records
    }),
  )
  for (const drafts of stops.values()) for (const row of inspectionRecords(drafts, area)) records.push(row)
  const until = isoOf(Date.parse(now))
  const past = records.filter(({ at }) => at <= until).sort(byTime)
  const pastRoutine = routine.filter(({ at }) => at <= until)
  return withAssetChanges(assets, past, (id) => troubles.get(id) ?? null, pastRoutine)
}

const byTime = (a: { at: string }, b: { at: string }) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

function byDay<T extends CaseDraft | InspectionDraft>(drafts: readonly T[]): Map<number, T[]> {
  const days = new Map<number, T[]>()
  for (const draft of drafts) {
    const day = dayOfInstant(draft.at)
    days.set(day, [...(days.get(day) ?? []), draft])
  }
  return days
}
