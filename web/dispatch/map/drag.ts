import type { LngLat } from '../../../server/contract/geo.ts'
import { State } from '../../../server/contract/state.ts'
import type { Mark } from '../../map/map-surface.ts'
import type { Mover } from '../../map/movers/mover.ts'

/** What lies under the pointer. A crew lies over a case. */
export interface Under {
  mover: Mover | undefined
  mark: Mark | undefined
}

/** What somebody has taken hold of. */
export type Held =
  | { kind: 'cases'; ids: string[]; state: State; lngLat: LngLat }
  | { kind: 'crew'; id: string; label: string; lngLat: LngLat }

/** What would happen if it were let go there. */
export interface Drop {
  caseIds: string[]
  crewId: string
  /** The place of what it is let go on. */
  lngLat: LngLat
}

/** The case of a mark; undefined for many in one place: nobody drags those without having seen them. */
export function caseOfMark(mark: Mark | undefined): string | undefined {
  if (mark?.over !== 'case' || mark.properties.cluster === true) return undefined
  const { id } = mark.properties
  return typeof id === 'string' ? id : undefined
}

export const isCluster = (mark: Mark): boolean => mark.properties.cluster === true

/** A chosen case takes along all that are chosen. */
const withChosen = (id: string, chosen: ReadonlySet<string>): string[] => (chosen.has(id) ? [...chosen] : [id])

/** What is taken hold of there; undefined where the map itself is. */
export function heldAt({ mover, mark }: Under, chosen: ReadonlySet<string>): Held | undefined {
  if (mover) return { kind: 'crew', id: mover.id, label: mover.label, lngLat: mover.lngLat }
  const id = caseOfMark(mark)
  if (!mark || id === undefined) return undefined
  const state = State.safeParse(mark.properties.state)
  return { kind: 'cases', ids: withChosen(id, chosen), state: state.data ?? 'normal', lngLat: mark.lngLat }
}

/** A case falls on a crew, and a crew on a case; on anything else nothing happens. */
export function dropAt(held: Held, { mover, mark }: Under, chosen: ReadonlySet<string>): Drop | undefined {
  if (held.kind === 'cases') return mover && { caseIds: held.ids, crewId: mover.id, lngLat: mover.lngLat }
  const id = caseOfMark(mark)
  return mark && id !== undefined
    ? { caseIds: withChosen(id, chosen), crewId: held.id, lngLat: mark.lngLat }
    : undefined
}
