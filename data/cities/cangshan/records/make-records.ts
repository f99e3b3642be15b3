import type { MadeCity, MadeRecord } from '../../city.ts'
import { withAssetChanges } from '../../suo/records/asset-changes.ts'
import { recordsOfDay } from '../../suo/records/case-course.ts'
import type { CaseKind } from '../../suo/records/case-kind.ts'
import { CASE_KINDS } from '../../suo/records/case-kinds.ts'
import { dayOfInstant, isoOf } from '../../suo/records/clock.ts'
import type { Trouble } from '../../suo/records/draft-case.ts'
import { findHotSpots, reportsAgain } from '../../suo/records/hot-spots.ts'
import { inspectionRecords } from '../../suo/records/inspection-records.ts'
import { ordinaryDays } from '../../suo/records/ordinary-days.ts'
import { patrols } from '../../suo/records/patrols.ts'
import { type RoutineChange, routineOf } from '../../suo/records/routine.ts'
import { readTown } from '../../suo/records/town.ts'
import { weatherOf } from './weather.ts'

export interface RecordsPlan extends Pick<MadeCity, 'assets' | 'centre' | 'area' | 'source'> {
  seed: number
  /** ISO instant of the last record at most. */
  now: string
  /** How many days up to `now`; 60 when left out. */
  days?: number
}

const DAYS = 60
/** Cases on a mild working day. */
export const CASES_A_DAY = 96
/** Patrols that go out at the same time, and groups of about eight places that the same trouble comes back to. */
const TEAMS = 5
/** A seed for each of them. */
export const numbered = (seed: number): number[] => Array.from({ length: TEAMS }, (_, i) => seed + i)

// A city by the sea has no ice on its slopes and no cattle in its lanes.
export const KINDS: readonly CaseKind[] = CASE_KINDS.filter(
  ({ problems }) => !problems.some((text) => /冰|牛群/.test(text)),
)

/** The last weeks of a large district: cases with their course, patrols, and what they change on the things. The same plan
 *  gives the same bytes. */
export function makeCangshanRecords({
  assets,
  centre,
  area,
  source,
  seed,
  now,
  days = DAYS,
}: RecordsPlan): MadeRecord[] {
  const today = dayOfInstant(Date.parse(now))
  const since = today - days + 1
  const town = readTown(assets, centre)
  const ordinary = ordinaryDays(town, seed, weatherOf(seed), KINDS)
  const teams = numbered(seed).map((own) => patrols(town, own))
  const hot = numbered(seed).map((own) => ({ own, spots: findHotSpots(town, own, since, today) }))
  const routineDay = routineOf(town, seed)

  const troubles = new Map<string, Trouble | null>()
  const records: MadeRecord[] = []
  const routine: RoutineChange[] = []
  for (let day = since; day <= today; day++) {
    const again = hot.flatMap(({ own, spots }) => reportsAgain(town, own, spots, day))
    for (const { draft, id, records: course } of recordsOfDay([...again, ...ordinary(day, CASES_A_DAY)], seed, area)) {
      troubles.set(id, draft.trouble)
      for (const record of course) records.push(record)
    }
    const stops = teams.flatMap((outings) => outings(day, 1))
    for (const record of inspectionRecords(stops, area)) records.push(record)
    for (const change of routineDay(day)) routine.push(change)
  }
  const until = isoOf(Date.parse(now))
  const past = records.filter(({ at }) => at <= until).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const pastRoutine = routine.filter(({ at }) => at <= until)
  return withAssetChanges(assets, past, (id) => troubles.get(id) ?? null, pastRoutine, source)
}
