import type { DayFigures, WhatIf } from '../../../server/contract/day-plan.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

/** One thing that is tried: a crew more like another, or another place to wait at. */
export interface Tried {
  kind: 'add' | 'move'
  crewId: string
  at: LngLat
}

/** A crew waits at one place: what was tried with it before is replaced. */
export const withTried = (tried: readonly Tried[], one: Tried): Tried[] => [
  ...tried.filter(({ kind, crewId }) => one.kind === 'add' || kind === 'add' || crewId !== one.crewId),
  one,
]

export const whatIfOf = (tried: readonly Tried[]): Pick<WhatIf, 'addCrews' | 'moveStandby'> => ({
  addCrews: tried.flatMap(({ kind, crewId, at }) => (kind === 'add' ? [{ like: crewId, at }] : [])),
  moveStandby: tried.flatMap(({ kind, crewId, at }) => (kind === 'move' ? [{ crewId, to: at }] : [])),
})

export const FIGURES = [
  ...(['arrivalMinutes', 'emergencyArrivalMinutes', 'breaches', 'lateMinutes'] as const),
  ...(['reached', 'notReached'] as const),
] satisfies (keyof DayFigures)[]

export interface FigureRow {
  key: (typeof FIGURES)[number]
  before: number | null
  after: number | null
  /** As it is shown, to a tenth; null where either is not known. */
  change: number | null
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** Each figure before and after, those that nobody knows left out. */
export const figureRows = (baseline: DayFigures, changed: DayFigures): FigureRow[] =>
  FIGURES.flatMap((key) => {
    const [before, after] = [baseline[key], changed[key]]
    if (before === null && after === null) return []
    // Of what is read, so that the difference is that of the figures beside it.
    const change = before === null || after === null ? null : tenth(tenth(after) - tenth(before))
    return [{ key, before, after, change }]
  })

/** Nothing that is shown is another. */
export const isSame = (rows: readonly FigureRow[]): boolean => rows.every(({ change }) => change === 0)
