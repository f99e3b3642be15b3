import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { INSTITUTIONS } from './institutions.ts'

export type LandUse =
  | 'none'
  | 'court'
  | 'mixed'
  | 'apartment'
  | 'office'
  | 'industry'
  | 'green'
  | 'strip'
  | 'field'
  | 'government'
  | 'hospital'
  | 'school'
  | 'kindergarten'
  | 'bus-station'
  | 'market'
  | 'police'
  | 'fire'
  | 'plaza'
  | 'stadium'
  | 'utility'
  | 'sewage'
  | 'logistics'
  | 'truck'
  | 'depot'
  | 'park'
  | 'building-site'

/** South of the river u says nothing; all of it counts as one place below the town. */
const SOUTH_U = -0.9
/** Metres that one u is worth, and that a block of the wrong size by a factor e costs. */
const COST = { perU: 900, perSize: 330 }

/** Institutions first, each on the free block that fits best; then the rest by the chances of its district. */
export function assignLandUse(blocks: Block[], chance: Random): void {
  for (const wish of INSTITUTIONS) {
    const costOf = (block: Block) =>
      Math.hypot(block.s - wish.s, ((block.t < 0 ? SOUTH_U : block.u) - wish.u) * COST.perU) +
      Math.abs(Math.log(block.area / wish.area)) * COST.perSize
    const best = blocks
      .filter((block) => block.use === 'none')
      .map((block) => ({ block, cost: costOf(block) }))
      .sort((a, b) => a.cost - b.cost)[0]
    if (best) Object.assign(best.block, { use: wish.use, name: wish.name })
  }
  for (const block of blocks) if (block.use === 'none') block.use = usualUse(block, chance)
}

function usualUse(block: Block, chance: Random): LandUse {
  const faces = (...classes: string[]) => block.sides.some((side) => classes.includes(side.class))
  if (block.area < 700) return 'green'
  // Now and then the corner between streets became a small park.
  if (block.area < 3200 && block.t > 0 && block.u < 1 && chance.chance(block.district === 'old' ? 0.04 : 0.2))
    return 'green'
  if (block.district === 'fringe') return chance.chance(0.3) ? 'field' : 'court'
  if (block.district === 'south') return faces('main', 'secondary') && chance.chance(0.3) ? 'mixed' : 'court'
  if (block.district === 'upper' || block.district === 'old') return 'court'
  if (block.district === 'logistics') return chance.chance(0.6) ? 'industry' : 'court'
  const r = chance.next()
  if (block.district === 'west') return r < 0.38 ? 'apartment' : r < 0.52 ? 'office' : 'mixed'
  if (block.district === 'centre') {
    if (r < 0.28) return r < 0.16 ? 'apartment' : 'office'
    return faces('main', 'secondary', 'national') ? 'mixed' : 'court'
  }
  if (r < 0.18) return r < 0.1 ? 'apartment' : 'office'
  if (faces('main')) return 'mixed'
  return r < 0.24 ? 'green' : 'court'
}
