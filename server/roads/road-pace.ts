import type { TravelSpeeds, Vehicle } from '../contract/travel.ts'
import type { Drive, RoadNet } from './build-net.ts'
import { speedOn } from './road-facts.ts'

/** How somebody goes, and how fast the roads are. */
export interface Pace {
  vehicle: Vehicle
  speeds: TravelSpeeds
}

/** Infinite where it may not be driven. */
export function secondsOf({ edge, from, to }: Drive, { vehicle, speeds }: Pace): number {
  if (to === from) return 0
  const speed = speedOn(edge.facts, { along: to > from, vehicle }, speeds)
  return speed > 0 ? Math.abs(to - from) / speed : Number.POSITIVE_INFINITY
}

/** Off the road it is walked, or driven no faster. */
export const accessSeconds = (metres: number, { walkKmh }: TravelSpeeds): number => metres / (walkKmh / 3.6)

/** Metres a second on the fastest of the roads. */
export function fastestOf({ facts }: RoadNet, { vehicle, speeds }: Pace): number {
  let fastest = 1
  for (const one of facts.values())
    for (const along of [true, false]) fastest = Math.max(fastest, speedOn(one, { along, vehicle }, speeds))
  return fastest
}
