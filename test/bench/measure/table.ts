/** Prints rows under their heads, names to the left and figures to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)))
  const widths = heads.map((head, at) => Math.max(head.length, ...texts.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')
  for (const row of [heads, ...texts]) console.log(line(row))
}

/** Three digits that mean something. */
export const rounded = (figure: number): string =>
  figure >= 100
    ? figure.toFixed(0)
    : figure >= 10
      ? figure.toFixed(1)
      : figure >= 1
        ? figure.toFixed(2)
        : figure.toFixed(3)
