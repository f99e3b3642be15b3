import type { Crew, CrewPosition } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

/** A crew as the desk draws it. */
export interface DeskCrew {
  crew: Crew
  /** Where it was last; null where nobody knows, or one may not know. */
  position: CrewPosition | null
  /** Where it came from in the last 15 minutes, the oldest first. */
  trail: readonly LngLat[]
}
