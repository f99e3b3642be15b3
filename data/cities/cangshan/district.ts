import type { Point } from '../town/geometry.ts'
import { noise } from '../town/noise.ts'
import { random } from '../town/random.ts'
import { SegmentIndex } from '../town/segment-index.ts'
import { bridgeRoads } from './basemap/far-bank.ts'
import { type Block, cutBlocks } from './blocks.ts'
import { makeRelief } from './hills.ts'
import { landUseFor } from './land-use.ts'
import { makeSkeleton, type Skeleton } from './network.ts'
import { makeOutline, type Outline } from './outline.ts'
import { makeStreets, type Road, type Streets } from './streets.ts'
import { findWater, type Water } from './water.ts'

/** The whole district, in metres around its origin. */
export interface District {
  seed: number
  outline: Outline
  skeleton: Skeleton
  streets: Streets
  water: Water
  blocks: Block[]
  /** Roads by place, those over the river too, canals not among them. */
  roads: SegmentIndex<Road>
  heightAt: (place: Point) => number
}

/** Water, large roads, communities, blocks: each stage with its own stream of chances. */
export function buildDistrict(seed: number): District {
  const outline = makeOutline(seed)
  const skeleton = makeSkeleton(outline, noise(seed + 2))
  const streets = makeStreets(seed, skeleton)
  const [roads, lines] = [new SegmentIndex<Road>(), new SegmentIndex<Road>()]
  for (const road of [...streets.roads, ...bridgeRoads(skeleton)]) roads.add(road.line, road)
  for (const road of [...streets.roads, ...streets.canals]) lines.add(road.line, road)
  const blocks = cutBlocks(streets, lines)
  const chance = random(seed, 'land use')
  for (const block of blocks) block.use = landUseFor(block.area, block.community?.theme, chance)
  const water = findWater(outline, skeleton)
  return { seed, outline, skeleton, streets, water, blocks, roads, heightAt: makeRelief(seed) }
}
