import type { CrewPosition } from '../contract/crew.ts'
import { type Crossing, type LeftBy, stepFence } from '../contract/geofence.ts'
import type { FenceIndex } from './fence-index.ts'
import type { Stay } from './stay-store.ts'

/** What decides of a crew. */
export interface FencedCrew {
  id: string
  areas: readonly string[]
  contractor: string | null
  dutySince: string
}

export interface Crossed {
  stay: Stay
  crossings: Crossing[]
}

/** Follows a crew's new places, the oldest first, through the fences: what it came into and what it left. A place that is not newer than the
 *  last one looked at says nothing; a stay of an earlier duty ended with that, and one in a fence that is watched no longer with the fence. */
export function crossFences(
  crew: FencedCrew,
  before: Stay | undefined,
  positions: readonly CrewPosition[],
  fences: FenceIndex,
): Crossed {
  const crossings: Crossing[] = []
  const inside = new Map(before?.inside)
  let atMs = before?.atMs ?? Number.NEGATIVE_INFINITY
  const tell = (fenceId: string, at: number, leftBy: LeftBy | null): void => {
    if (leftBy === null) inside.set(fenceId, at)
    else inside.delete(fenceId)
    crossings.push(crossingOf(crew, fenceId, at, leftBy))
  }

  const dutySince = Date.parse(crew.dutySince)
  for (const [id, since] of inside) if (since < dutySince && atMs < dutySince) tell(id, dutySince, 'off-duty')
  const newest = positions
    .map((position) => ({ position, ms: Date.parse(position.at) }))
    .filter(({ ms }) => ms > atMs)
    .sort((a, b) => a.ms - b.ms)
  for (const { position, ms } of newest) {
    for (const id of [...inside.keys()]) {
      const fence = fences.get(id)
      if (!fence || !concerns(fence.crews, crew.id)) tell(id, ms, 'fence-ended')
      else if (stepFence(fence.shape, true, position)) tell(id, ms, 'moved')
    }
    for (const { id, crews, shape } of fences.at(position.location))
      if (!inside.has(id) && concerns(crews, crew.id) && stepFence(shape, false, position)) tell(id, ms, null)
    atMs = ms
  }
  return { stay: { crewId: crew.id, atMs, inside }, crossings }
}

const concerns = (crews: ReadonlySet<string> | undefined, id: string): boolean => crews === undefined || crews.has(id)

export const crossingOf = (
  { id, areas, contractor }: Omit<FencedCrew, 'dutySince'>,
  fenceId: string,
  atMs: number,
  leftBy: LeftBy | null,
): Crossing => ({
  ...{ fenceId, crewId: id, inside: leftBy === null, at: new Date(atMs).toISOString(), leftBy },
  ...{ areas: [...areas], contractor },
})
