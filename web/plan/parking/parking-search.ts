import type { ParkingBalance, ParkingCell } from '../../../server/contract/parking.ts'
import type { PlanSearch } from '../plan-search.ts'

export const SPANS = [30, 90, 180] as const
export const CELLS = [250, 500, 1_000] as const
export const LISTS = ['cells', 'yards'] as const
const DAY_MS = 86_400_000

export interface ParkingSearch {
  list: (typeof LISTS)[number]
  days: (typeof SPANS)[number]
  /** Undefined: as the rules have it. */
  cellMetres: (typeof CELLS)[number] | undefined
  at: string | undefined
}

export const readParking = ({ list, days, cell, at }: PlanSearch): ParkingSearch => ({
  list: LISTS.find((one) => one === list) ?? 'cells',
  days: SPANS.find((one) => String(one) === days) ?? 90,
  cellMetres: CELLS.find((one) => String(one) === cell),
  at,
})

/** Whole nights up to the last noon in Shanghai: a night is not cut in two, and the same all day long is one question. */
export function nightsUpTo(now: number, days: number): { from: string; to: string } {
  const noon = Math.floor((now - 4 * 3_600_000) / DAY_MS) * DAY_MS + 4 * 3_600_000
  return { from: new Date(noon - days * DAY_MS).toISOString(), to: new Date(noon).toISOString() }
}

/** A cell has no name of its own: its south-west corner is. */
export const cellId = ({ bbox: [west, south] }: Pick<ParkingCell, 'bbox'>): string =>
  `${west.toFixed(5)},${south.toFixed(5)}`

/** Cases by each of the 24 hours; null by day, which is not looked at. */
export function hoursOf(
  { hours }: Pick<ParkingBalance, 'hours'>,
  cells: readonly Pick<ParkingCell, 'demand'>[],
): (number | null)[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const at = hours.indexOf(hour)
    return at < 0 ? null : cells.reduce((sum, { demand }) => sum + (demand[at] ?? 0), 0)
  })
}
