import type { PlanSearch } from '../plan-search.ts'

export const LISTS = ['rain', 'dredging'] as const
export const KINDS = ['inlet', 'storm-manhole', 'sewer-manhole'] as const
/** Millimetres a day. 50 begins a rainstorm (GB/T 28592). */
export const RAIN = { least: 10, most: 250, step: 5, standard: 50 }

export interface DrainsSearch {
  list: (typeof LISTS)[number]
  rainMm: number
  /** Of drains, in the list of what is overdue; undefined: all. */
  kind: (typeof KINDS)[number] | undefined
  at: string | undefined
}

/** What the address says; what it says badly is as if it said nothing. */
export function readDrains({ list, rain, kind, at }: PlanSearch): DrainsSearch {
  const rainMm = Number(rain)
  const isRain = rain !== undefined && rainMm >= RAIN.least && rainMm <= RAIN.most
  return {
    list: LISTS.find((one) => one === list) ?? 'rain',
    rainMm: isRain ? Math.round(rainMm / RAIN.step) * RAIN.step : RAIN.standard,
    kind: KINDS.find((one) => one === kind),
    at,
  }
}

/** What the weather service calls so much rain in a day (GB/T 28592-2012). */
export function rainGrade(rainMm: number): 'moderate' | 'heavy' | 'storm' | 'great' | 'extreme' {
  if (rainMm < 25) return 'moderate'
  if (rainMm < 50) return 'heavy'
  if (rainMm < 100) return 'storm'
  return rainMm < 250 ? 'great' : 'extreme'
}
