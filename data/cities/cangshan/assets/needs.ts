import type { Point } from '../../town/geometry.ts'
import type { Projection } from '../../town/projection.ts'
import type { Random } from '../../town/random.ts'
import type { Register } from '../../town/register.ts'
import type { Block } from '../blocks.ts'
import type { Community } from '../communities.ts'
import type { NamedCommunity } from '../community-names.ts'
import type { District } from '../district.ts'
import type { Road } from '../streets.ts'

/** What every maker of assets works with. */
export interface Needs {
  district: District
  area: string
  projection: Projection
  register: Register
  nameOf(community: Community): NamedCommunity
  /** The road's own name, or that of the nearest road that has one. */
  roadName(road: Road, at: Point): string
  nearestRoad(place: Point): string
  /** Whether a thing inside the shore road may stand here: not in a canal, and on no carriageway. */
  isFree(place: Point): boolean
  /** A place on the pavement at the edge of a block, `share` of the way round it. */
  doorstep(block: Block, share: number): Point | undefined
  /** A stream of chances for one layer. */
  chance(layer: string): Random
}
