import type { Bbox, LngLat } from '../../../server/contract/geo.ts'
import { ComparedBy } from '../../../server/contract/spot-periods.ts'
import { CELL_METRES, PerWhat, SpotSubject } from '../../../server/contract/spots.ts'
import { type Days, dayNumberOf, dayText, secondsOf } from '../../charts/day-number.ts'
import { lastDays } from '../../charts/day-window.ts'
import type { PlanSearch } from '../plan-search.ts'
import { readPlace } from './campaign-place.ts'

/** The questions that are asked of cells, one at a time. */
export const LENSES = ['heat', 'minus', 'debt', 'blind', 'hot', 'again', 'compare'] as const
export type Lens = (typeof LENSES)[number]

export const CELL_CHOICES = [100, 250, 500, 1_000] as const
/** What can be compared here; a rate is compared as 评价 does it, over whole grids. */
export const INDICATORS = ['complaints', 'received', 'inspections', 'closed', 'due-reworked'] as const
export type Indicator = (typeof INDICATORS)[number]

/** With what a period is compared: the same days a year before (同比), as many just before (环比). */
export const AGAINST = ['period', 'year'] as const
export type Against = (typeof AGAINST)[number]

/** What is asked, as the address keeps it. */
export interface SpotSearch {
  lens: Lens
  /** Whole days, both included. */
  days: Days
  /** Side of a cell in metres. */
  cell: number
  subject: SpotSubject
  per: PerWhat
  /** What `per` thing is counted by; undefined: every point of the city. */
  layer: string | undefined
  /** `matter:06010` */
  of: string | undefined
  /** Id of the chosen cell or row. */
  spot: string | undefined
  /** Where a campaign was, a box or the corners of an area, the first not repeated; both undefined: the whole city. */
  box: Bbox | undefined
  ring: readonly LngLat[] | undefined
  /** Days before a campaign and after it. */
  within: number
  indicator: Indicator
  by: ComparedBy
  against: Against
  /** Two periods side by side under a line that is dragged, or what changed. */
  show: 'swipe' | 'change'
  /** Layers of the catalogue on the map. */
  things: readonly string[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CLASS = /^(component|matter):(\d{5}|L\d{4})$/
const MOST_DAYS = 3 * 366

export const WITHIN = [14, 30, 60, 90] as const

/** A part that says nothing is its default; `today` is a day number. A campaign that ran for the last days is over with today. */
export function readSpotSearch(search: PlanSearch, today: number): SpotSearch {
  const cell = Number(search.cell)
  const place = readPlace(search.box)
  const within = Number(search.within)
  return {
    lens: oneOf(LENSES, search.lens) ?? 'heat',
    days: daysOf(search, today) ?? lastDays(30, today),
    cell: Number.isInteger(cell) && cell >= CELL_METRES.least && cell <= CELL_METRES.most ? cell : CELL_METRES.standard,
    subject: oneOf(SpotSubject.options, search.subject) ?? 'complaints',
    per: oneOf(PerWhat.options, search.per) ?? 'km2',
    layer: search.layer,
    of: search.of !== undefined && CLASS.test(search.of) ? search.of : undefined,
    spot: search.spot,
    ...place,
    within: oneOf(WITHIN, within) ?? 30,
    indicator: oneOf(INDICATORS, search.indicator) ?? 'complaints',
    by: oneOf(ComparedBy.options, search.by) ?? 'cell',
    against: oneOf(AGAINST, search.against) ?? 'period',
    show: search.show === 'change' ? 'change' : 'swipe',
    things: search.things?.split(',').filter(Boolean) ?? [],
  }
}

const oneOf = <One>(all: readonly One[], asked: unknown): One | undefined => all.find((one) => one === asked)

function daysOf({ from, to }: PlanSearch, today: number): Days | undefined {
  if (!from || !to || !DAY.test(from) || !DAY.test(to)) return undefined
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)]
  const isGood = Number.isFinite(first) && first <= last && last <= today && last - first < MOST_DAYS
  return isGood ? { first, last } : undefined
}

/** As the address writes them; the last 30 days are not written. */
export const daysWritten = (days: Days): { from: string; to: string } => ({
  from: dayText(days.first),
  to: dayText(days.last),
})

/** The instants of whole days, the second not part of them: a day that still runs ends now. */
export function spanOf(days: Days, nowMs: number): { from: string; to: string } {
  const { from, to } = secondsOf(days)
  return { from: new Date(from * 1_000).toISOString(), to: new Date(Math.min(to * 1_000, nowMs)).toISOString() }
}
