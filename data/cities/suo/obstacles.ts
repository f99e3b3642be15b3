import { buffer } from '../town/clipping.ts'
import { chop } from '../town/line.ts'
import { PolygonIndex } from '../town/polygon-index.ts'
import type { Block } from './blocks.ts'
import type { River } from './river.ts'
import { halfWidth } from './road-classes.ts'
import type { Stream } from './streams.ts'
import type { Road } from './street-network.ts'
import { VALLEY, type Valley } from './valley.ts'

export type ObstacleKind = 'road' | 'water' | 'block' | 'built'
export type Obstacles = PolygonIndex<ObstacleKind>

/** Everything that fields, villages and parks must keep clear of, in small pieces by place. */
export function findObstacles(
  valley: Valley,
  river: River,
  streams: Stream[],
  roads: Road[],
  blocks: Block[],
): Obstacles {
  const obstacles: Obstacles = new PolygonIndex()
  for (const road of roads)
    for (const piece of chop(road.line, 4))
      for (const polygon of buffer([piece], halfWidth(road.class) + 1)) obstacles.add(polygon, 'road')
  for (const stream of streams)
    for (const piece of chop(stream.line, 4))
      for (const polygon of buffer([piece], stream.width / 2 + 9)) obstacles.add(polygon, 'water')
  for (let s = VALLEY.from; s < VALLEY.to; s += 60)
    obstacles.add(
      valley.band(
        (x) => river.northEdge(x) + 2,
        (x) => river.southEdge(x) - 2,
        s,
        s + 60,
      ),
      'water',
    )
  for (const block of blocks) obstacles.add(block.polygon, 'block')
  return obstacles
}
