import type { PerWhat } from '../../contract/spots.ts'

/** What counts are divided by, by cell. */
export interface Denominators {
  cellMetres: number
  people: ReadonlyMap<number, number | null>
  assets: ReadonlyMap<number, number>
}

export interface Density {
  cell: number
  count: number
  /** In the unit of the answer: km², 1,000 people, things; null where it is not known. */
  denominator: number | null
  /** Null where the denominator is 0 or not known: no data, and never 0. */
  value: number | null
}

/** Counts of cells, each by what it is asked per (P5). */
export function normalise(
  cells: Iterable<number>,
  counts: ReadonlyMap<number, number>,
  per: PerWhat,
  { cellMetres, people, assets }: Denominators,
): Density[] {
  const denominatorOf = (cell: number): number | null => {
    if (per === 'raw') return 1
    if (per === 'km2') return (cellMetres / 1_000) ** 2
    if (per === 'asset') return assets.get(cell) ?? 0
    const living = people.get(cell) ?? null
    return living === null ? null : living / 1_000
  }
  return Array.from(cells, (cell) => {
    const [count, denominator] = [counts.get(cell) ?? 0, denominatorOf(cell)]
    return { cell, count, denominator, value: denominator ? count / denominator : null }
  })
}
