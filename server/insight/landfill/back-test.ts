import type { LandfillBacktest } from '../../contract/landfill.ts'
import { inOrder, type Survey } from './fit-drift.ts'
import { forecastLandfill } from './forecast.ts'

const DAY_MS = 86_400_000
/** So much room that no foretold remainder is cut off at nothing. */
const ROOM_M3 = 1e9

/** Foretells each survey from those before it, and sees whether it came between P10 and P90. Surveys too few to fit a drift to are not tried. */
export function backTest(surveys: readonly Survey[]): LandfillBacktest {
  const sorted = inOrder(surveys)
  const tries = sorted.slice(1).flatMap((survey, index) => {
    const before = sorted.slice(0, index + 1)
    const last = before.at(-1)
    const capacityM3 = (last?.filledM3 ?? 0) + ROOM_M3
    const told = forecastLandfill({ capacityM3, surveys: before, tonnesPerDay: null, compaction: null })
    if (!last || told?.method !== 'drift-of-surveys') return []
    const { p10, p50, p90 } = told.remainingAfter((survey.atMs - last.atMs) / DAY_MS)
    const actual = capacityM3 - survey.filledM3
    return [
      {
        held: actual >= p10 && actual <= p90,
        errorM3: Math.abs(actual - p50),
        cameM3: survey.filledM3 - last.filledM3,
      },
    ]
  })
  const count = tries.length
  const sum = (of: (one: (typeof tries)[number]) => number): number => tries.reduce((total, one) => total + of(one), 0)
  const [held, came] = [tries.filter((one) => one.held).length, sum((one) => Math.abs(one.cameM3))]
  return {
    ...{ tries: count, held, heldPercent: count ? Math.round((held / count) * 1000) / 10 : null },
    meanErrorM3: count ? sum((one) => one.errorM3) / count : null,
    meanErrorPercent: came > 0 ? (sum((one) => one.errorM3) / came) * 100 : null,
  }
}
