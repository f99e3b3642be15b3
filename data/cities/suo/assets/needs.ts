import type { Projection } from '../../town/projection.ts'
import type { Random } from '../../town/random.ts'
import type { Register } from '../../town/register.ts'
import type { Town } from '../build-town.ts'
import type { RoadBook } from '../road-book.ts'
import type { RoadIds } from '../road-ids.ts'

/** What every maker of assets works with. */
export interface Needs {
  town: Town
  roads: RoadBook
  ids: RoadIds
  projection: Projection
  register: Register
  /** A stream of chances for one layer. */
  chance(layer: string): Random
}
