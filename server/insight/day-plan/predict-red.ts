import { unsuited } from './problem.ts'
import { asGiven, byUrgency, type DayCase, type DayCrew, type DayOptions, simulateDay } from './simulate-day.ts'

/** Why a case is likely to be late. */
export type RedReason = 'nobody-suits' | 'not-in-shift' | 'queue' | 'little-time'

export interface PredictedRed {
  id: string
  /** Share of the simulated days in which it is late: 0 … 1. */
  score: number
  reason: RedReason
  crew: string | null
  /** In the middle of the simulated days; null: in most of them nobody comes in this shift. */
  finishMs: number | null
  /** How many cases its crew goes to before it, in the middle. */
  behind: number | null
}

export interface PredictOptions extends DayOptions {
  /** Only what is due until then counts, Unix ms. */
  untilMs: number
  runs?: number
}

/** Nobody knows in what order a crew will go: each is taken by turns to go by what is due, and as it was told. */
const ORDERS = [byUrgency, asGiven] as const

/** The cases that are not late yet and will be, given who has what to do: the likeliest first. A share of simulated days, not a probability that was
 *  calibrated. */
export function predictRed(
  cases: readonly DayCase[],
  crews: readonly DayCrew[],
  { untilMs, runs = 60, seed, ...options }: PredictOptions,
): PredictedRed[] {
  const days = Array.from({ length: runs }, (_, run) => {
    const orderOf = () => ORDERS[run % ORDERS.length] ?? byUrgency
    return simulateDay(cases, crews, { ...options, orderOf, seed: seed + run })
  })
  const predicted = cases.flatMap((of): PredictedRed[] => {
    const { dueMs } = of
    if (dueMs === null || dueMs <= options.atMs || dueMs > untilMs) return []
    const outcomes = days.map((day) => day.get(of.id))
    const late = outcomes.filter((one) => !one || (one.finishMs ?? Number.POSITIVE_INFINITY) > dueMs).length
    if (late === 0) return []
    const there = outcomes.flatMap((one) =>
      one?.finishMs ? [{ finishMs: one.finishMs, behind: one.behind, crew: one.crew }] : [],
    )
    const isMissed = there.length * 2 < runs
    const middle = there.sort((a, b) => a.finishMs - b.finishMs)[there.length >> 1]
    return [
      {
        ...{ id: of.id, score: late / runs, crew: of.crew ?? middle?.crew ?? null },
        finishMs: isMissed ? null : (middle?.finishMs ?? null),
        behind: middle?.behind ?? null,
        reason: reasonOf(of, crews, { isMissed, behind: middle?.behind ?? 0 }),
      },
    ]
  })
  const dues = new Map(cases.map(({ id, dueMs }) => [id, dueMs ?? 0]))
  return predicted.sort((a, b) => b.score - a.score || (dues.get(a.id) ?? 0) - (dues.get(b.id) ?? 0))
}

function reasonOf(
  of: DayCase,
  crews: readonly DayCrew[],
  { isMissed, behind }: { isMissed: boolean; behind: number },
): RedReason {
  const has = crews.some((crew) => crew.id === of.crew || (of.crew === null && !unsuited(crew, of)))
  if (!has) return 'nobody-suits'
  if (isMissed) return 'not-in-shift'
  return behind > 0 ? 'queue' : 'little-time'
}
