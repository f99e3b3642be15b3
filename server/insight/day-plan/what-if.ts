import { type DayCase, type DayCrew, type DayOptions, simulateDay } from './simulate-day.ts'

/** What a day comes to, in the mean of the simulated ones. */
export interface DayFigures {
  /** Cases that somebody comes to in this shift, and those nobody comes to. */
  reached: number
  notReached: number
  /** From when a case is known until somebody comes, of those reached; null: of none. */
  arrivalMinutes: number | null
  emergencyArrivalMinutes: number | null
  /** Due in the span and not done by then. */
  breaches: number
  /** Weighted minutes of lateness up to the end of the span. */
  lateMinutes: number
}

export interface WhatIfOptions extends Omit<DayOptions, 'seed'> {
  seed: number
  untilMs: number
  /** For each simulated day what comes in during it beside what is open now. */
  arrivals: readonly (readonly DayCase[])[]
}

/** From here on a case counts as an emergency, see weights. */
const EMERGENCY = 10

/** The mean over as many days as there are lists of arrivals. The same seed, cases and crews give the same figures to the last digit. */
export function figuresOf(cases: readonly DayCase[], crews: readonly DayCrew[], options: WhatIfOptions): DayFigures {
  const { arrivals, untilMs, seed } = options
  const sum = { reached: 0, notReached: 0, minutes: 0, urgent: 0, urgentMinutes: 0, breaches: 0, late: 0 }
  arrivals.forEach((more, run) => {
    const all = [...cases, ...more]
    const day = simulateDay(all, crews, { ...options, seed: seed + run })
    for (const { id, fromMs, dueMs, weight } of all) {
      const { arrivalMs = null, finishMs = null } = day.get(id) ?? {}
      const doneMs = Math.min(finishMs ?? untilMs, untilMs)
      if (dueMs !== null && dueMs <= untilMs && (finishMs ?? Number.POSITIVE_INFINITY) > dueMs) {
        sum.breaches += 1
        sum.late += (weight * Math.max(0, doneMs - Math.max(dueMs, options.atMs))) / 60_000
      }
      if (arrivalMs === null) {
        sum.notReached += 1
        continue
      }
      const minutes = (arrivalMs - Math.max(fromMs, options.atMs)) / 60_000
      sum.reached += 1
      sum.minutes += minutes
      if (weight < EMERGENCY) continue
      sum.urgent += 1
      sum.urgentMinutes += minutes
    }
  })
  const days = Math.max(1, arrivals.length)
  return {
    ...{ reached: sum.reached / days, notReached: sum.notReached / days },
    arrivalMinutes: sum.reached ? sum.minutes / sum.reached : null,
    emergencyArrivalMinutes: sum.urgent ? sum.urgentMinutes / sum.urgent : null,
    ...{ breaches: sum.breaches / days, lateMinutes: sum.late / days },
  }
}

/** Crews as they would be: some more of a kind, some waiting elsewhere. */
export interface CrewChange {
  addCrews: readonly { like: string; at: DayCrew['location'] }[]
  moveStandby: readonly { crewId: string; to: DayCrew['location'] }[]
}

export function changeCrews(crews: readonly DayCrew[], { addCrews, moveStandby }: CrewChange): DayCrew[] {
  const moved = crews.map((crew) => {
    const move = moveStandby.findLast(({ crewId }) => crewId === crew.id)
    return move ? { ...crew, standby: move.to } : crew
  })
  const added = addCrews.flatMap(({ like, at }, index) => {
    const crew = crews.find(({ id }) => id === like)
    return crew ? [{ ...crew, id: `${like}+${index + 1}`, location: at, standby: at }] : []
  })
  return [...moved, ...added]
}
