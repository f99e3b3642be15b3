import type { Random } from '../../town/random.ts'
import { instantAt } from './clock.ts'
import type { Spot, Town } from './town.ts'

export interface HazardDraft {
  grade: 'general' | 'major'
  problem: string
  /** Milliseconds since 1970 UTC. */
  rectifiedAt: number
}

/** A stop of an outing before it has a number. */
export interface InspectionDraft {
  at: number
  kind: string
  spot: Spot
  address: string
  officerTurns: number
  hazards: HazardDraft[]
  casesFiled: number
}

export interface OutingPlan {
  day: number
  /** Minute of the day of the first stop. */
  start: number
  officers: number
  stops: readonly { kind: string; spot: Spot }[]
  minutesEach: readonly [number, number]
}

/** One outing: its officers are counted at its first stop, so that the sum over all stops is the officer-turns. */
export function outing(town: Town, plan: OutingPlan, dice: Random): InspectionDraft[] {
  let minute = plan.start
  return plan.stops.map(({ kind, spot }, i) => {
    if (i > 0) minute += dice.range(...plan.minutesEach)
    return {
      at: instantAt(plan.day, minute),
      kind,
      spot,
      address: spot.asset?.layer === 'venues' ? addressOf(town, spot) : town.addressAt(spot.location),
      officerTurns: i === 0 ? plan.officers : 0,
      hazards: [],
      casesFiled: 0,
    }
  })
}

function addressOf(town: Town, { asset, location }: Spot): string {
  const road = String(asset?.fields.road ?? town.roadAt(location)?.name ?? '')
  const name = asset?.name ?? ''
  return name.startsWith(road) ? name : `${road}${name}`
}
