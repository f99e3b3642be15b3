import type { Point } from '../../town/geometry.ts'
import type { Stand } from './lay-kerb.ts'

export const LAMPS_A_CIRCUIT = 48

/** Lamps that may hang on one circuit, in the order in which they stand: those of a large road, or those of the lanes of a community. */
export function lampGroups(lamps: readonly Stand<Point>[]): Stand<Point>[][] {
  const groups = new Map<unknown, Stand<Point>[]>()
  for (const lamp of lamps) {
    const key = lamp.road.community ?? (lamp.road.name || lamp.road)
    const group = groups.get(key)
    if (group) group.push(lamp)
    else groups.set(key, [lamp])
  }
  return [...groups.values()]
}

export const circuitsOf = (lamps: readonly Stand<Point>[]): Stand<Point>[][] =>
  lampGroups(lamps).flatMap((group) => {
    const count = Math.ceil(group.length / LAMPS_A_CIRCUIT)
    const size = Math.ceil(group.length / count)
    return Array.from({ length: Math.ceil(group.length / size) }, (_, i) => group.slice(i * size, (i + 1) * size))
  })
