import { lerp } from '../town/curve.ts'
import { tightFrame } from '../town/frame.ts'
import { first, isInPolygon, type Point, polygonArea } from '../town/geometry.ts'
import { along, leftOf, lineLength } from '../town/line.ts'
import { random } from '../town/random.ts'
import type { Town } from './build-town.ts'
import { isUrban, type RoadBook } from './road-book.ts'

/** Along the kerbs of large streets, in parks and in willow belts. */
export function plantTrees(town: Town, roads: RoadBook): Point[] {
  const chance = random(town.seed, 'trees')
  const trees: Point[] = []
  for (const road of town.network.roads) {
    if (!['main', 'secondary', 'national'].includes(road.class)) continue
    const length = lineLength(road.line)
    for (let metres = 6; metres < length; metres += 9) {
      const station = along(road.line, metres)
      if (!isUrban(town.valley, station.place) || roads.junctionAt(station.place)) continue
      for (const side of [1, -1]) {
        const place = leftOf(station, side * (road.width / 2 + 2.1))
        if (chance.chance(0.8) && !roads.onCarriageway(place)) trees.push(place)
      }
    }
  }
  for (const { polygon, kind } of town.greens) {
    const frame = tightFrame(first(polygon))
    if (!frame) continue
    const count = Math.min(900, polygonArea(polygon) / (kind === 'wood' ? 60 : 110))
    for (let i = 0; i < count; i++) {
      const place = frame.at(lerp(frame.x0, frame.x1, chance.next()), lerp(frame.y0, frame.y1, chance.next()))
      if (isInPolygon(place, polygon) && !roads.onCarriageway(place)) trees.push(place)
    }
  }
  return trees
}
