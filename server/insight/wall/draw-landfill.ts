import type { Asset } from '../../contract/asset.ts'
import type { LandfillFigure } from '../../contract/wall.ts'
import { DAY_MS, dateOf, placeInTime } from '../../contract/working-time.ts'
import type { Survey } from '../landfill/fit-drift.ts'
import { forecastLandfill, type LandfillForecast } from '../landfill/forecast.ts'

export interface Surveyed {
  landfill: Pick<Asset, 'id' | 'name' | 'fields'>
  surveys: readonly Survey[]
  /** Of the monitoring wells that are this landfill's. */
  wells: readonly Pick<Asset, 'fields'>[]
}

/** Points of a curve on a panel 30 cm wide. */
const POINTS = 24
/** Beyond that nobody plans by a forecast. */
const LONGEST_FAN_DAYS = 3_653

/** What a wall says of a landfill; undefined where it is not known how much lies in it. */
export function drawLandfill({ landfill, surveys, wells }: Surveyed, nowMs: number): LandfillFigure | undefined {
  const { id, name, fields } = landfill
  const capacityM3 = numberOf(fields.capacityM3)
  const last = surveys.at(-1)
  if (capacityM3 === null || !last) return undefined
  const [tonnesToday, compaction] = [numberOf(fields.dailyTonnes), positive(numberOf(fields.compaction))]
  const told = forecastLandfill({ capacityM3, surveys, tonnesPerDay: tonnesToday, compaction })
  const left = (days: number | null = null): number | null =>
    days === null ? null : Math.max(0, days - (nowMs - last.atMs) / DAY_MS)
  const daysLeft = { p10: left(told?.days.p10), p50: left(told?.days.p50), p90: left(told?.days.p90) }
  const fullMs = told?.days.p50 == null ? null : last.atMs + told.days.p50 * DAY_MS
  return {
    ...{ id, name, daysLeft, fullOn: fullMs === null ? null : dayOf(fullMs) },
    remainingM3: Math.max(0, capacityM3 - last.filledM3),
    curve: thinned(surveys).map(({ atMs, filledM3 }) => ({ at: iso(atMs), m3: Math.max(0, capacityM3 - filledM3) })),
    forecast: told ? fanOf(told) : [],
    asOf: iso(last.atMs),
    ...{ tonnesToday, compaction, leachateBelowWarningM: belowWarning(wells) },
    method: told?.method ?? null,
  }
}

/** From the last survey until it is surely full. */
function fanOf({ fromMs, days, remainingAfter }: LandfillForecast): LandfillFigure['forecast'] {
  const longest = Math.min(LONGEST_FAN_DAYS, days.p90 ?? (days.p50 === null ? LONGEST_FAN_DAYS : days.p50 * 2))
  return Array.from({ length: POINTS + 1 }, (_, index) => {
    const ahead = (longest * index) / POINTS
    return { at: iso(fromMs + ahead * DAY_MS), ...remainingAfter(ahead) }
  })
}

/** The last of them always; of a hundred every fourth. */
function thinned(surveys: readonly Survey[]): Survey[] {
  const step = Math.ceil(surveys.length / POINTS)
  return surveys.filter((_, index) => (surveys.length - 1 - index) % step === 0)
}

function belowWarning(wells: Surveyed['wells']): number | null {
  const below = wells.flatMap(({ fields }) => {
    const [level, warning] = [numberOf(fields.levelM), numberOf(fields.warningLevelM)]
    return level === null || warning === null ? [] : [warning - level]
  })
  return below.length ? Math.round(Math.min(...below) * 100) / 100 : null
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null)
const iso = (ms: number): string => new Date(ms).toISOString()
const dayOf = (ms: number): string => dateOf(placeInTime(iso(ms)).day)
