import {
  timesVolume as changedTimes,
  type LandfillCompared,
  type LandfillForesight,
  type LandfillWhatIf,
} from '../../contract/landfill.ts'
import { inOrder } from './fit-drift.ts'
import { forecastLandfill, type LandfillForecast, type LandfillSeries } from './forecast.ts'

/** A landfill as it stands, with the part of its volume that is cover soil. */
export interface LandfillState extends LandfillSeries {
  coverShare: number
}

/** It is not known how much comes in, or how densely it is packed, and the question is about that. */
export class UnknownInput extends Error {}

const DAY_MS = 86_400_000
/** Beyond that nobody plans by a forecast. */
const LONGEST_FAN_DAYS = 3_653
const POINTS = 24

/** The factor of contract/landfill.ts. Throws UnknownInput where it is asked for what is not known. */
export function timesVolume(state: LandfillState, asked: LandfillWhatIf): number {
  const times = changedTimes(state, asked)
  if (times !== null) return times
  throw new UnknownInput(
    asked.elsewhereTpd !== undefined && !(state.tonnesPerDay !== null && state.tonnesPerDay > 0)
      ? 'It is not known how many tonnes come in a day; weigh them, or set dailyTonnes.'
      : 'It is not known how densely the waste is packed; set compaction.',
  )
}

/** The landfill as it goes on, and as it would. Its past is stretched by the same factor around what lies in it now, so that the spread goes
 *  along. Undefined with nothing to forecast from. Throws UnknownInput. */
export function compareLandfill(
  state: LandfillState,
  asked: LandfillWhatIf,
  nowMs: number,
): Omit<LandfillCompared, 'tookMs'> | undefined {
  const times = timesVolume(state, asked)
  const asIs = forecastLandfill(state)
  const last = inOrder(state.surveys).at(-1)
  if (!asIs || !last) return undefined
  const stretched = {
    ...state,
    surveys: state.surveys.map(({ atMs, filledM3 }) => ({
      atMs,
      filledM3: last.filledM3 - times * (last.filledM3 - filledM3),
    })),
    tonnesPerDay: state.tonnesPerDay === null ? null : state.tonnesPerDay * times,
  }
  const changed = times > 0 ? forecastLandfill(stretched) : undefined
  const [now, then] = [foresightOf(asIs, nowMs), changed ? foresightOf(changed, nowMs) : null]
  const [before, after] = [now.daysLeft.p50, then?.daysLeft.p50 ?? null]
  return {
    ...{ asked, asIs: now, changed: then },
    ...{ asIsM3PerDay: asIs.m3PerDay, changedM3PerDay: asIs.m3PerDay * times },
    daysGained: before === null || after === null ? null : after - before,
  }
}

/** A forecast as it is told: from now on, by the calendar, and as a fan from the last survey. */
export function foresightOf(told: LandfillForecast, nowMs: number): LandfillForesight {
  const { method, m3PerDay, days, fromMs, remainingAfter } = told
  const left = (of: number | null): number | null => (of === null ? null : Math.max(0, of - (nowMs - fromMs) / DAY_MS))
  const date = (of: number | null): string | null => (of === null ? null : businessDate(fromMs + of * DAY_MS))
  const longest = Math.min(LONGEST_FAN_DAYS, days.p90 ?? (days.p50 === null ? LONGEST_FAN_DAYS : days.p50 * 2))
  return {
    ...{ method, m3PerDay },
    daysLeft: { p10: left(days.p10), p50: left(days.p50), p90: left(days.p90) },
    fullOn: { p10: date(days.p10), p50: date(days.p50), p90: date(days.p90) },
    fan: Array.from({ length: POINTS + 1 }, (_, index) => {
      const ahead = (longest * index) / POINTS
      return { at: new Date(fromMs + ahead * DAY_MS).toISOString(), ...remainingAfter(ahead) }
    }),
  }
}

const businessDate = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
