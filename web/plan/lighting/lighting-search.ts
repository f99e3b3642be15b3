import type { PatrolAsked } from '../../../server/contract/lighting.ts'
import type { PlanSearch } from '../plan-search.ts'

export const VIEWS = ['rate', 'year', 'dimming', 'patrol'] as const
export type LightingView = (typeof VIEWS)[number]
export const VERDICTS = ['all', 'fail', 'unknown', 'pass'] as const
export type VerdictFilter = (typeof VERDICTS)[number]

/** What of the address is the lighting study's. */
export interface LightingSearch {
  view: LightingView
  /** Undefined: the one that holds here. */
  rule: string | undefined
  road: string | undefined
  verdict: VerdictFilter
  onMinutes: number
  offMinutes: number
  /** Times of day. */
  from: string
  to: string
  percent: number
  tariff: number | undefined
  /** Empty: on all, and those that the rules name. */
  classes: string[]
  types: string[]
  vehicle: PatrolAsked['vehicle']
  of: PatrolAsked['of']
  patrol: string | undefined
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is out of what the server takes is as when nothing is said. */
export function readLightingSearch(search: PlanSearch): LightingSearch {
  const one = <Word extends string>(text: string | undefined, words: readonly Word[], first: Word): Word =>
    words.find((word) => word === text) ?? first
  const within = (text: string | undefined, [least, most]: readonly [number, number], first: number): number => {
    const value = text === undefined || text === '' ? Number.NaN : Number(text)
    return value >= least && value <= most ? value : first
  }
  const words = (text: string | undefined): string[] => text?.split(',').filter(Boolean).slice(0, 10) ?? []
  const tariff = within(search.tariff, [0.01, 20], 0)
  return {
    view: one(search.view, VIEWS, 'rate'),
    ...{ rule: search.rule, road: search.road, patrol: search.patrol },
    verdict: one(search.verdict, VERDICTS, 'all'),
    onMinutes: within(search.on, [-120, 120], 0),
    offMinutes: within(search.off, [-120, 120], 0),
    from: CLOCK.test(search.from ?? '') ? (search.from as string) : '00:00',
    to: CLOCK.test(search.to ?? '') ? (search.to as string) : '05:30',
    percent: within(search.percent, [0, 100], 50),
    tariff: tariff > 0 ? tariff : undefined,
    ...{ classes: words(search.classes), types: words(search.types) },
    vehicle: one(search.vehicle, ['car', 'foot'], 'car'),
    of: one(search.patrolOf, ['all', 'unseen', 'dark'], 'all'),
  }
}
