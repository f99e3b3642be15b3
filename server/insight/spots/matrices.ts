/** The inverse of a small symmetric matrix by Gauss–Jordan with pivots; undefined where it has none worth the name. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length
  const rows = matrix.map((row, at) => [...row, ...Array.from({ length: size }, (_, column) => Number(column === at))])
  const scale = Math.max(...matrix.flat().map(Math.abs))
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0))
    const best = column + rest.indexOf(Math.max(...rest))
    const [pivot, other] = [rows[best], rows[column]]
    const lead = pivot?.[column] ?? 0
    if (!pivot || !other || !(Math.abs(lead) > 1e-12 * scale)) return undefined
    rows[best] = other
    const line = pivot.map((value) => value / lead)
    rows[column] = line
    for (const [at, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (at !== column && factor !== 0) rows[at] = row.map((value, index) => value - factor * (line[index] ?? 0))
    }
  }
  return rows.map((row) => row.slice(size))
}

export const multiply = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0))
