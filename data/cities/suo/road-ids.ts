import type { Line } from '../town/geometry.ts'
import type { RoadClass } from './road-classes.ts'
import { ROAD_SHAPES } from './road-classes.ts'
import type { Network } from './street-network.ts'

/** A street by its name: all its stretches together. */
export interface NamedRoad {
  id: string
  name: string
  class: RoadClass
  width: number
  lines: Line[]
}

export interface RoadIds {
  roads: NamedRoad[]
  idOf(name: string): string | undefined
}

/** Type code of a road; no national code names one. */
export const ROAD_CODE = 'L0101'

/** One road per name, numbered in the order of class and then of making. */
export function numberRoads(network: Network, area: string): RoadIds {
  const byName = new Map<string, Omit<NamedRoad, 'id'>>()
  for (const { name, class: roadClass, width, line } of network.roads) {
    if (name === '') continue
    const known = byName.get(name)
    if (known) known.lines.push(line)
    else byName.set(name, { name, class: roadClass, width, lines: [line] })
  }
  const roads = [...byName.values()]
    .sort((a, b) => ROAD_SHAPES[a.class].rank - ROAD_SHAPES[b.class].rank)
    .map((road, i) => ({ ...road, id: `${area}${ROAD_CODE}${String(i + 1).padStart(6, '0')}` }))
  const ids = new Map(roads.map(({ name, id }) => [name, id]))
  return { roads, idOf: (name) => ids.get(name) }
}
