import { ringArea } from '../town/geometry.ts'
import type { Block } from './blocks.ts'
import type { Building } from './site.ts'

/** People who live in the blocks of the town. */
const TOWN_POPULATION = 15000

/** Heads before scaling: by house for courts, by floor space for flats and for the floors above a shop. */
export function headsIn({ kind, ring, floors }: Building): number {
  if (kind === 'house') return 4.4
  if (kind === 'apartment') return (ringArea(ring) * floors) / 42
  if (kind === 'shop') return (ringArea(ring) * Math.max(0, floors - 1)) / 70
  return 0
}

/** Spreads the town's people over its houses and counts them by block. */
export function settle(blocks: Block[], buildings: Building[]): void {
  const total = buildings.reduce((sum, building) => sum + (building.block ? headsIn(building) : 0), 0)
  for (const building of buildings)
    if (building.block) building.block.population += (headsIn(building) * TOWN_POPULATION) / total
  for (const block of blocks) block.population = Math.round(block.population)
}
