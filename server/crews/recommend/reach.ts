import { metresBetween } from '../../city/distance.ts'
import type { Crew } from '../../contract/crew.ts'
import type { LngLat } from '../../contract/geo.ts'
import { vehicleOf } from '../../contract/travel.ts'
import type { CityRoads } from '../../roads/city-roads.ts'

/** How a crew gets to a case. */
export interface Reached {
  /** Under way; where no road is known, about. */
  minutes: number
  metres: number
  by: 'roads' | 'crow'
  line: LngLat[]
}

export type Reach = (from: LngLat, crew: Pick<Crew, 'vehicle'>) => Reached

/** How crews get to a place: along the roads, and where no road leads there, straight; the minutes are then those of a road so much longer. */
export function reachOf(to: LngLat, roads: Pick<CityRoads, 'waysTo' | 'speeds'>): Reach {
  const { otherKmh, walkKmh, crowTimes } = roads.speeds
  const wayFrom = roads.waysTo(to)
  return (from, { vehicle }) => {
    const way = wayFrom(from, vehicleOf(vehicle, roads.speeds))
    if (way) return { minutes: way.seconds / 60, metres: way.metres, by: 'roads', line: way.line }
    const metres = metresBetween(from, to)
    const metresAMinute = ((vehicle === null ? walkKmh : otherKmh) * 1_000) / 60
    return { minutes: (metres * crowTimes) / metresAMinute, metres, by: 'crow', line: [from, to] }
  }
}
