import { offset } from '../town/clipping.ts'
import { first, type Point, type Ring, ringArea } from '../town/geometry.ts'
import type { Block } from './blocks.ts'
import type { RoadClass } from './road-classes.ts'

export type BuildingKind =
  | 'house'
  | 'shed'
  | 'shop'
  | 'apartment'
  | 'civic'
  | 'government'
  | 'hospital'
  | 'school'
  | 'market'
  | 'station'
  | 'industry'
  | 'canopy'
  | 'monastery'
  | 'stupa'
  | 'cell'

/** Where a building meets its street. */
export interface Front {
  place: Point
  street: string
  class: RoadClass
}

export interface Building {
  ring: Ring
  kind: BuildingKind
  floors: number
  block?: Block
  front?: Front
}

export type WallKind = 'court' | 'compound' | 'embankment'
export type YardKind =
  | 'apron'
  | 'truck'
  | 'machine'
  | 'bay'
  | 'plaza'
  | 'tank'
  | 'rubble'
  | 'work'
  | 'monastery'
  | 'landfill'
  | 'waste'

/** All that has been built so far. */
export interface Site {
  buildings: Building[]
  walls: { ring: Ring; kind: WallKind }[]
  pitches: { ring: Ring; kind: 'track' | 'pitch' }[]
  yards: { ring: Ring; kind: YardKind; name?: string; state?: string }[]
}

export const emptySite = (): Site => ({ buildings: [], walls: [], pitches: [], yards: [] })

/** Smaller things, m², are no buildings. */
const SMALLEST = 14

export function build(site: Site, building: Building): void {
  if (building.ring.length > 2 && ringArea(building.ring) > SMALLEST) site.buildings.push(building)
}

/** A wall all round a block, just inside its kerb. */
export function wallIn(site: Site, block: Block): void {
  const inner = offset([block.polygon], -0.8)[0]
  site.walls.push({ ring: first(inner ?? block.polygon), kind: 'compound' })
}
