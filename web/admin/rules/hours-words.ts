import type { Periods } from '../../../server/contract/work-calendar.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** 08:00–12:00, 14:00–18:00 */
export const periodWords = (periods: Periods): string => periods.map(([from, to]) => `${from}–${to}`).join(', ')

/** Hours of a working day. */
export const hoursOf = (periods: Periods): number =>
  periods.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) / 60
