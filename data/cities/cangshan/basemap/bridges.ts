import { isInPolygon, type Line, type Point } from '../../town/geometry.ts'
import { along, lineLength } from '../../town/line.ts'
import type { District } from '../district.ts'
import { ROAD_SHAPES } from '../road-classes.ts'
import type { Road } from '../streets.ts'
import { bridgeRoads } from './far-bank.ts'

const OVER_CANAL = ROAD_SHAPES.canal.carriageway / 2 + 5

/** Where a road goes over the river or over a canal. */
export function findBridges({ streets, skeleton, outline }: District): { line: Line; road: Road }[] {
  const wet = (place: Point) => outline.river.some((polygon) => isInPolygon(place, polygon))
  const overRiver = bridgeRoads(skeleton).flatMap((road) => {
    const length = lineLength(road.line)
    const places = Array.from({ length: Math.floor(length / 12) }, (_, i) => along(road.line, i * 12).place)
    const line = places.filter(wet)
    return line.length > 3 ? [{ line, road }] : []
  })
  const nodes = new Set(streets.canals.flatMap(({ line }) => line.map(keyOf)))
  const overCanals = streets.roads.flatMap((road) => {
    if (road.class === 'lane') return []
    let metres = 0
    return road.line.flatMap((place, i) => {
      const before = road.line[i - 1]
      if (before) metres += Math.hypot(place[0] - before[0], place[1] - before[1])
      if (!nodes.has(keyOf(place))) return []
      const line = [-OVER_CANAL, 0, OVER_CANAL].map((aside) => along(road.line, metres + aside).place)
      return [{ line, road }]
    })
  })
  return [...overRiver, ...overCanals]
}

const keyOf = ([x, y]: Point): string => `${x} ${y}`
