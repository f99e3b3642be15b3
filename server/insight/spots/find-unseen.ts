/** A cell as the public and the bureau saw it. */
export interface Seen {
  cell: number
  complaints: number
  inspections: number
  /** Share of all complaints less share of all inspections, percentage points; null where the city has none of either. */
  differencePoints: number | null
  unseen: boolean
}

/** Complaints against inspections (P6): the cells that were complained of and never inspected first, the most complaints first. */
export function findUnseen(
  cells: Iterable<number>,
  complaints: ReadonlyMap<number, number>,
  inspections: ReadonlyMap<number, number>,
): Seen[] {
  const [complained, inspected] = [sumOf(complaints), sumOf(inspections)]
  const seen = Array.from(cells, (cell): Seen => {
    const [ours, theirs] = [inspections.get(cell) ?? 0, complaints.get(cell) ?? 0]
    return {
      ...{ cell, complaints: theirs, inspections: ours },
      differencePoints: complained && inspected ? (100 * theirs) / complained - (100 * ours) / inspected : null,
      unseen: theirs > 0 && ours === 0,
    }
  })
  return seen.sort((a, b) => Number(b.unseen) - Number(a.unseen) || b.complaints - a.complaints || a.cell - b.cell)
}

const sumOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0)
