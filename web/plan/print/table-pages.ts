import type { HandoutTable } from '../export/handout.ts'

export interface TableRow {
  /** In words, as they stand in the cells. */
  cells: string[]
}

export interface TableLayout {
  /** mm of each column. */
  widths: number[]
  rows: TableRow[]
}

export interface TablePage {
  table: number
  /** mm of each column. */
  widths: number[]
  rows: TableRow[]
  /** Counted over the whole table, from 0. */
  firstRow: number
}

/** Of print.css, mm: text of 8.5 pt. */
export const ROW = { em: 3, line: 4.4, padding: 2.2 } as const
const CELL_SIDES = 3.2
const NARROW = 12
const WIDE = 90

/** Not measured but reckoned, on the large side: a Han sign is as wide as it is high, a Latin one 0.62 of that. */
export const textMm = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.62), 0) * ROW.em

/** Columns as wide as their longest cell, narrowed where the page has no room for that. */
export function columnWidths(heads: readonly string[], rows: readonly TableRow[], room: number): number[] {
  const wanted = heads.map((head, column) => {
    const longest = Math.max(textMm(head), ...rows.map(({ cells }) => textMm(cells[column] ?? '')))
    return Math.min(Math.max(longest + CELL_SIDES, NARROW), WIDE)
  })
  const sum = wanted.reduce((all, width) => all + width, 0)
  // Wider than by half again a row is hard to follow with the eye.
  const factor = Math.min(room / Math.max(sum, 1), 1.5)
  return wanted.map((width) => width * factor)
}

const linesOf = (text: string, width: number): number =>
  Math.max(1, Math.ceil(textMm(text) / Math.max(width - CELL_SIDES, ROW.em)))

export const rowMm = (cells: readonly string[], widths: readonly number[]): number =>
  Math.max(...cells.map((text, column) => linesOf(text, widths[column] ?? NARROW))) * ROW.line + ROW.padding

/** Rows on pages of a height, each whole; every page begins with the table's head. A table begins on a page of its own. */
export function tablePages(
  tables: readonly Pick<HandoutTable, 'columns'>[],
  textsOf: (table: number) => { heads: string[]; rows: TableRow[] },
  room: { width: number; height: number },
): TablePage[] {
  return tables.flatMap((_, table) => {
    const { heads, rows } = textsOf(table)
    const widths = columnWidths(heads, rows, room.width)
    const free = room.height - rowMm(heads, widths)
    const pages: TablePage[] = []
    let used = Number.POSITIVE_INFINITY
    rows.forEach((row, index) => {
      const height = rowMm(row.cells, widths)
      if (used + height > free) {
        pages.push({ table, widths, rows: [], firstRow: index })
        used = 0
      }
      pages.at(-1)?.rows.push(row)
      used += height
    })
    return pages
  })
}
