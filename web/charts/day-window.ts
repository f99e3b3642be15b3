import { type Days, dayNumberAt, lengthOf, yearDays, yearOf } from './day-number.ts'

export type Preset = { kind: 'last'; days: number } | { kind: 'year'; year: number } | { kind: 'all' }

export const lastDays = (count: number, today: number): Days => ({ first: today - count + 1, last: today })

/** Days from the first point to today: what there is to look at. */
export const extentOf = (at: ArrayLike<number>, today: number): Days => {
  const first = at[0]
  return { first: Math.min(first === undefined ? today : dayNumberAt(first), today - 89), last: today }
}

export function presetsOf(extent: Days, today: number): Preset[] {
  const thisYear = yearOf(today)
  const years = Array.from({ length: thisYear - yearOf(extent.first) }, (_, i) => yearOf(extent.first) + i)
  const presets: Preset[] = [7, 30, 90].map((days) => ({ kind: 'last', days }))
  // Three past years are all that fit beside each other; older ones are reached through 全部.
  const past = years.slice(-3).map((year): Preset => ({ kind: 'year', year }))
  return [...presets, ...past, ...(years.length > 0 ? [{ kind: 'all' } as const] : [])]
}

export const daysOfPreset = (preset: Preset, extent: Days, today: number): Days =>
  preset.kind === 'last' ? lastDays(preset.days, today) : preset.kind === 'year' ? yearDays(preset.year) : extent

export const sameDays = (a: Days, b: Days): boolean => a.first === b.first && a.last === b.last

export const holds = (outer: Days, inner: Days): boolean => outer.first <= inner.first && outer.last >= inner.last

/** What the bar spans: the narrowest of the last 90 days, one calendar year, everything, that holds the chosen days. */
export function domainOf(chosen: Days, extent: Days, today: number): Days {
  const recent = lastDays(90, today)
  if (holds(recent, chosen)) return recent
  const year = yearDays(yearOf(chosen.first))
  if (holds(year, chosen)) return year
  return { first: Math.min(extent.first, chosen.first), last: Math.max(extent.last, chosen.last) }
}

/** How many days one bar of the histogram stands for: a bar is never thinner than some 5 px on a desk. */
export const binDays = (domain: Days): number => (lengthOf(domain) <= 120 ? 1 : 7)

export interface Bin {
  first: number
  last: number
  count: number
}

/** Counts by day or week over the domain, of the points that `keep` lets through. `at` is ascending unix seconds. */
export function binsOf(at: ArrayLike<number>, domain: Days, keep: (index: number) => boolean = () => true): Bin[] {
  const width = binDays(domain)
  const bins: Bin[] = []
  for (let first = domain.first; first <= domain.last; first += width)
    bins.push({ first, last: Math.min(first + width - 1, domain.last), count: 0 })
  for (let i = 0; i < at.length; i++) {
    const day = dayNumberAt(at[i] ?? 0)
    // The last week may be cut by the end of the domain.
    if (day < domain.first || day > domain.last) continue
    const bin = bins[Math.floor((day - domain.first) / width)]
    if (bin && keep(i)) bin.count++
  }
  return bins
}

/** Moves the window by days and keeps its length; it stops at the ends of the domain. */
export function shiftDays(chosen: Days, by: number, domain: Days): Days {
  const length = lengthOf(chosen)
  const first = Math.min(Math.max(chosen.first + by, domain.first), Math.max(domain.first, domain.last - length + 1))
  return { first, last: first + length - 1 }
}

/** Moves one end; the ends never cross and never leave the domain. */
export function moveEnd(chosen: Days, end: 'first' | 'last', to: number, domain: Days): Days {
  const held = Math.min(Math.max(to, domain.first), domain.last)
  return end === 'first'
    ? { first: Math.min(held, chosen.last), last: chosen.last }
    : { first: chosen.first, last: Math.max(held, chosen.first) }
}
