import { casePoints } from '../cases/case-store.ts'
import { COMPLAINT_SOURCES } from '../contract/case.ts'
import type { SpotSubject } from '../contract/spots.ts'
import { type CellGrid, tally } from '../insight/spots/cell-grid.ts'
import { inspectionPoints } from '../inspections/inspection-store.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'

/** Something that came or was done at a place. */
export interface SpotEvent {
  id: string
  lng: number
  lat: number
  ms: number
  /** `matter:06010`; of an inspection its kind. */
  class: string
}

/** What came of a subject in a span. */
export async function readEvents(
  { store, area }: Pick<SpotNeeds, 'store' | 'area'>,
  subject: SpotSubject,
  { from, to, scope, classes }: Omit<SpotSpan, 'cellMetres'> & { classes?: readonly string[] | undefined },
): Promise<SpotEvent[]> {
  const mine = { from, to, ...(scope ? { scope } : {}) }
  const events =
    subject === 'inspections'
      ? (await inspectionPoints(store.db, area, mine)).map(({ kind, ...point }) => ({ ...point, class: kind }))
      : (
          await casePoints(store.db, area, {
            ...mine,
            ...(subject === 'complaints' ? { source: [...COMPLAINT_SOURCES] } : {}),
          })
        ).map(({ kind, code, ...point }) => ({ ...point, class: `${kind}:${code}` }))
  return classes ? events.filter((event) => classes.includes(event.class)) : events
}

export const tallyEvents = (grid: CellGrid, events: readonly SpotEvent[]): Map<number, number> =>
  tally(grid, { lng: events.map(({ lng }) => lng), lat: events.map(({ lat }) => lat) })
