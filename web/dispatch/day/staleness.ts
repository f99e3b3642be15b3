import type { DayPlan } from '../../../server/contract/day-plan.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'

/** So long a proposal stands for the day as it is. */
const FRESH_MINUTES = 10

/** The part of a case that a plan rests on. */
type Now = Pick<DeskCase, 'status' | 'crewId'>

export interface Staleness {
  /** Whole minutes since it was planned; null while that is recent. */
  minutes: number | null
  /** Stops whose case is not any more as it was when it was planned, and not because it was dispatched as planned. */
  changed: string[]
  /** New stops that are dispatched as planned. */
  taken: ReadonlySet<string>
}

/** How far a proposal is from the desk. `caseOf`: the case as it is now; undefined for one that has ended or is not one's own any more. */
export function stalenessOf(
  { at, routes }: Pick<DayPlan, 'at' | 'routes'>,
  caseOf: (id: string) => Now | undefined,
  now: number,
): Staleness {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  const changed: string[] = []
  const taken = new Set<string>()
  for (const { crewId, stops } of routes)
    for (const { caseId, isNew, takenFrom } of stops) {
      const of = caseOf(caseId)
      const holder = of && of.status !== 'filed' ? of.crewId : null
      const before = isNew ? takenFrom : crewId
      if (isNew && of && holder === crewId) taken.add(caseId)
      else if (!of || holder !== before) changed.push(caseId)
    }
  return { minutes: minutes >= FRESH_MINUTES ? minutes : null, changed, taken }
}
