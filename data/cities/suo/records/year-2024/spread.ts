import { type Random, shuffled } from '../../../town/random.ts'
import { dayOf, isWorkingDay } from '../clock.ts'
import { drawWeighted } from '../draw-weighted.ts'

// All is done before the year ends: what is received after 20 December might close in the next.
const FIRST = dayOf('2024-01-02')
const LAST = dayOf('2024-12-20')

export const daysBetween = (from = FIRST, to = LAST): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

export const workingDays = (from = FIRST, to = LAST): number[] => daysBetween(from, to).filter(isWorkingDay)

/** `count` days in order, one out of each equal part of the given days. */
export function spreadOver(count: number, days: readonly number[], dice: Random): number[] {
  return Array.from({ length: count }, (_, i) => {
    const day = days[Math.min(days.length - 1, Math.floor(((i + dice.next()) / count) * days.length))]
    if (day === undefined) throw new Error('no day to spread over')
    return day
  })
}

/** `count` days in order, drawn by weight; a day can come twice. */
export function drawDays(
  count: number,
  days: readonly number[],
  weightOf: (day: number) => number,
  dice: Random,
): number[] {
  const weights = days.map(weightOf)
  return Array.from({ length: count }, () => {
    const day = days[drawWeighted(weights, dice.next())]
    if (day === undefined) throw new Error('no day to draw')
    return day
  }).sort((a, b) => a - b)
}

/** `total` cut into `parts` whole numbers of `least` and more, in no order. */
export function cutInto(total: number, parts: number, least: number, dice: Random): number[] {
  const spare = total - parts * least
  const cuts = Array.from({ length: parts - 1 }, () => dice.int(0, spare)).sort((a, b) => a - b)
  return shuffled(
    Array.from({ length: parts }, (_, i) => least + (cuts[i] ?? spare) - (cuts[i - 1] ?? 0)),
    dice,
  )
}
