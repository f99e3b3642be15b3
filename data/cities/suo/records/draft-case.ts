import type { Position } from '../../city.ts'
import type { Random } from '../../town/random.ts'
import type { Quantity } from './made-states.ts'
import type { Spot, Town } from './town.ts'

/** How fast a case of a kind is handled: at once around the clock, on the spot by the patrol that finds it, within a
 *  working day, or in days. */
export type Pace = 'emergency' | 'on-the-spot' | 'ordinary' | 'slow'

/** What a thing looks like while its case is open: until a crew is sent, and after. */
export interface Trouble {
  found: string
  sent: string
  /** Fields of the thing while the case is open, and when it is handled. */
  during?: Fields
  after?: Fields
}

type Fields = Record<string, string | number | boolean | null>

/** A case as it is thought up, before it has a number and a course. */
export interface CaseDraft {
  /** Milliseconds since 1970 UTC. */
  at: number
  kind: 'component' | 'matter'
  code: string
  source: string
  problem: string
  address: string
  location: Position
  unitGrid: string | null
  assetId: string | null
  trouble: Trouble | null
  outcome: string
  quantity: Quantity | null
  pace: Pace
  /** Working minutes that the crew needs (clock minutes in an emergency). */
  minutes: number
  /** What was done, for the log row in which the crew reports it. */
  reason?: string
  /** May be put off, as a few cases in a real bureau always are. */
  mayStall: boolean
}

const COMPLAINT_SOURCES: ReadonlySet<string> = new Set([
  ...['hotline-12345', 'mayor-hotline', 'county-mailbox'],
  ...['citizen-snap', 'reception', 'online-opinion'],
])

/** Whether the public speaks: the same list as in server/contract/case.ts. */
export const isComplaint = (source: string): boolean => COMPLAINT_SOURCES.has(source)

/** Things whose own name says where they are. */
const PLACES = new Set(['venues', 'kiosks', 'toilets', 'construction-waste', 'truck-hot-spots', 'green-spaces'])

/** What a person reports stands some metres from where they say; a thing stands where it stands. What a patrol finds
 *  beside a back street is not moved into it. */
export function placeOf(town: Town, spot: Spot, dice: Random, jitterMetres: number) {
  const [x, y] = town.plane(spot.location)
  const moved = town.position([x + dice.range(-1, 1) * jitterMetres, y + dice.range(-1, 1) * jitterMetres])
  const named = spot.asset !== null && PLACES.has(spot.asset.layer) && spot.asset.name !== ''
  const address = named ? (spot.asset?.name ?? '') : town.addressAt(spot.location)
  const unitGrid = town.unitGridAt(moved)
  const stays = jitterMetres === 0 || (unitGrid !== null && town.hidden.has(unitGrid) && !spot.hidden)
  return stays ? { location: spot.location, unitGrid: spot.unitGrid, address } : { location: moved, unitGrid, address }
}
