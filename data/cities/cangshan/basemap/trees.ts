import type { Point } from '../../town/geometry.ts'
import { boxOf, isInside } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import { random } from '../../town/random.ts'
import type { District } from '../district.ts'

const BETWEEN = 14
const KERB_TO_TREE = 2.2
/** In parks: one for so many square metres, and at most so many. */
const PARK = { ground: 260, most: 160 }

/** Along the kerbs of large roads, and in parks. */
export function plantTrees({ seed, streets, roads, water, blocks }: District): Point[] {
  const chance = random(seed, 'trees')
  const trees: Point[] = []
  for (const road of streets.roads) {
    if (!['national', 'main', 'secondary'].includes(road.class)) continue
    const length = lineLength(road.line)
    for (let metres = 6; metres < length; metres += BETWEEN)
      for (const side of [1, -1]) {
        const place = leftOf(along(road.line, metres), side * (road.width / 2 + KERB_TO_TREE))
        const free = !roads.within(place, 15, (other) => other.width / 2 + 1) && !water.onCanal(place, 1)
        if (chance.chance(0.85) && free) trees.push(place)
      }
  }
  for (const { ring, use, area } of blocks) {
    if (use !== 'park' && use !== 'green') continue
    const [west, south, east, north] = boxOf(ring)
    for (let i = 0; i < Math.min(PARK.most, area / PARK.ground); i++) {
      const place: Point = [chance.range(west, east), chance.range(south, north)]
      if (isInside(place, ring)) trees.push(place)
    }
  }
  return trees
}
