import { metresBetween } from '../city/distance.ts'
import type { Crew } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import { vehicleOf } from '../contract/travel.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { between } from '../roads/cut-line.ts'

/** The city's roads, as the demo's crews drive them. */
export interface Streets {
  /** Places along the roads, STEP_METRES apart at most. */
  readonly places: readonly LngLat[]
  /** Where on a road a crew is that is here; undefined in a city without roads. */
  nearest(at: LngLat, crew: Pick<Crew, 'vehicle'>): LngLat | undefined
  /** The way to where a crew leaves its vehicle, the first place left out; empty where no road leads. */
  way(ends: readonly [from: LngLat, to: LngLat], crew: Pick<Crew, 'vehicle'>): LngLat[]
}

const STEP_METRES = 20

export function openStreets(roads: Pick<CityRoads, 'net' | 'speeds' | 'way' | 'nearest'>): Streets {
  const places = roads.net().edges.flatMap(({ line }) => stepsAlong(line))
  const by = ({ vehicle }: Pick<Crew, 'vehicle'>) => vehicleOf(vehicle, roads.speeds)
  const nearest: Streets['nearest'] = (at, crew) => roads.nearest(at, by(crew))
  return {
    ...{ places, nearest },
    way([from, to], crew) {
      const end = nearest(to, crew)
      return (end && roads.way([from, end], by(crew))?.line.slice(1)) ?? []
    },
  }
}

function stepsAlong(line: readonly LngLat[]): LngLat[] {
  const steps = line.slice(0, 1)
  for (const [i, to] of line.entries()) {
    const from = line[i - 1]
    if (!from) continue
    const count = Math.max(1, Math.ceil(metresBetween(from, to) / STEP_METRES))
    for (let step = 1; step <= count; step++) steps.push(between(from, to, step / count))
  }
  return steps
}
