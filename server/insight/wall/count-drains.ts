import type { Layer } from '../../contract/layer.ts'
import type { WallFigures } from '../../contract/wall.ts'

type Counts = ReadonlyMap<string, number>

const MOST_ROADS = 8

/** Drains that the next rain finds shut. Clogged, damaged and missing are all late or worse: none lets the water in as it should.
 *  @param counts by status, of all drains
 *  @param lowByRoad by road and status, of those at low places (低洼点) */
export function countDrains(
  { statuses }: Pick<Layer, 'statuses'>,
  { counts, lowByRoad }: { counts: Counts; lowByRoad: ReadonlyMap<string, Counts> },
): NonNullable<WallFigures['drains']> {
  const of = (byStatus: Counts) => {
    const sums = { inlets: 0, clogged: 0, dredgeDue: 0 }
    for (const { id, state } of statuses) {
      const members = byStatus.get(id) ?? 0
      sums.inlets += members
      if (state === 'late' || state === 'emergency') sums.clogged += members
      if (state === 'due') sums.dredgeDue += members
    }
    return sums
  }
  const { clogged, dredgeDue } = of(counts)
  const lowPlaces = [...lowByRoad]
    .flatMap(([road, byStatus]) => (road === '' ? [] : [{ road, ...of(byStatus) }]))
    .sort(
      (a, b) => b.clogged - a.clogged || b.dredgeDue - a.dredgeDue || b.inlets - a.inlets || (a.road < b.road ? -1 : 1),
    )
  return { clogged, dredgeDue, lowPlaces: lowPlaces.slice(0, MOST_ROADS) }
}
