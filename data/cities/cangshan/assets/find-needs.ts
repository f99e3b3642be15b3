import { distance, first, type Point } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import type { Projection } from '../../town/projection.ts'
import { random } from '../../town/random.ts'
import { Register } from '../../town/register.ts'
import { SegmentIndex } from '../../town/segment-index.ts'
import type { Block } from '../blocks.ts'
import { nameCommunities } from '../community-names.ts'
import type { District } from '../district.ts'
import type { Road } from '../streets.ts'
import type { Needs } from './needs.ts'

/** A place beside a road without a name is known by a road with one at most this far away, m. */
const NAME_REACH = 420
/** How far a door is from the edge of its block, on the pavement, m. */
const DOORSTEP = 0.6

export function findNeeds(district: District, projection: Projection, area: string): Needs {
  const named = new SegmentIndex<Road>(140)
  for (const road of district.streets.roads) if (road.name !== '') named.add(road.line, road)
  const names = new Map(
    nameCommunities(district.streets.communities, random(district.seed, 'community names')).map((one) => [
      one.community,
      one,
    ]),
  )
  const nearestRoad = (place: Point): string =>
    named.nearest(place, 70)?.name ?? named.nearest(place, NAME_REACH)?.name ?? '无名路'
  const known = new Map<Road, string>()
  const isFree = (place: Point): boolean =>
    !district.roads.within(place, 14, (road) => road.width / 2 + 0.3) && !district.water.onCanal(place, 0.5)
  return {
    district,
    area,
    projection,
    register: new Register(area),
    nameOf: (community) => {
      const name = names.get(community)
      if (!name) throw new Error('a community without a name')
      return name
    },
    roadName: (road, at) => {
      if (road.name !== '') return road.name
      const name = known.get(road) ?? nearestRoad(at)
      known.set(road, name)
      return name
    },
    nearestRoad,
    isFree,
    doorstep: (block, share) => doorstepOf(block, share, isFree),
    chance: (layer) => random(district.seed, `asset ${layer}`),
  }
}

function doorstepOf({ ring, centre }: Block, share: number, isFree: (place: Point) => boolean): Point | undefined {
  const outline = [...ring, first(ring)]
  const length = lineLength(outline)
  for (let i = 0; i < 6; i++) {
    const station = along(outline, ((share + i / 6) % 1) * length)
    const [out, back] = [leftOf(station, DOORSTEP), leftOf(station, -DOORSTEP)]
    const place = distance(out, centre) > distance(back, centre) ? out : back
    if (isFree(place)) return place
  }
  return undefined
}
