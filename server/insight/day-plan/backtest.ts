import { predictRed } from './predict-red.ts'
import type { DayCase, DayCrew, DayOptions } from './simulate-day.ts'

/** A look at a day that is over: what stood open at an instant, and what of it was late in the end. */
export interface PastLook {
  atMs: number
  untilMs: number
  cases: readonly DayCase[]
  crews: readonly DayCrew[]
  late: ReadonlySet<string>
}

export interface BacktestFigures {
  looks: number
  late: number
  /** Share of what was late that stood among the first 20. */
  recall: number
  /** The same of a plain list by the time left. */
  plainRecall: number
}

export const SHOWN = 20

export const NO_LOOKS: BacktestFigures = { looks: 0, late: 0, recall: 0, plainRecall: 0 }

/** How well the prediction would have done on a day that is over, against a list by least time left; added to what earlier looks said. */
export function addLook(
  before: BacktestFigures,
  { cases, crews, atMs, untilMs, late }: PastLook,
  { minutesBetween, seed, runs = 30 }: Pick<DayOptions, 'minutesBetween' | 'seed'> & { runs?: number },
): BacktestFigures {
  const hits = (ids: readonly string[]): number => ids.slice(0, SHOWN).filter((id) => late.has(id)).length
  const isAhead = ({ dueMs }: DayCase): boolean => dueMs !== null && dueMs > atMs
  const plain = cases.filter(isAhead).sort((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0))
  const predicted = predictRed(cases, crews, { atMs, untilMs, minutesBetween, seed, runs })
  const all = before.late + late.size
  const share = (was: number, more: number): number => (all === 0 ? 0 : (was * before.late + more) / all)
  return {
    ...{ looks: before.looks + 1, late: all },
    recall: share(before.recall, hits(predicted.map(({ id }) => id))),
    plainRecall: share(before.plainRecall, hits(plain.map(({ id }) => id))),
  }
}

/** So much better than the plain list it must be, or it is off; and on so many late cases, or nobody can say. */
export const MARGIN = 0.05
export const LEAST_LATE = 40

export type Trust = 'on' | 'too-little-past' | 'no-better'

export function trustOf({ late, recall, plainRecall }: BacktestFigures): Trust {
  if (late < LEAST_LATE) return 'too-little-past'
  return recall - plainRecall >= MARGIN ? 'on' : 'no-better'
}
