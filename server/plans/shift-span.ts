import type { Crew } from '../contract/crew.ts'
import { DAY_MS, instantAt, placeInTime } from '../contract/working-time.ts'

/** The shift that a crew is in, or else its next one of today, Unix ms; undefined when today's is over. */
export function shiftSpan({ from, to }: Crew['shift'], nowMs: number): { from: number; to: number } | undefined {
  const { day } = placeInTime(new Date(nowMs).toISOString())
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  const at = (of: number, minutes: number): number => Date.parse(instantAt(of, minutes * 60_000))
  // A shift over midnight ends on the day after.
  const spans = (end > begin ? [day] : [day - 1, day]).map((of) => ({
    from: at(of, begin),
    to: at(of, end) + (end > begin ? 0 : DAY_MS),
  }))
  return spans.find((span) => nowMs < span.to)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The end of the business day, Unix ms. */
export function endOfDay(nowMs: number): number {
  const { day } = placeInTime(new Date(nowMs).toISOString())
  return Date.parse(instantAt(day + 1, 0))
}
