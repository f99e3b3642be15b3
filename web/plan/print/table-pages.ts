import type { HandoutTable } from '../export/handout.ts'

export interface TableRow {
  /** In words, as they stand in the cells. */
  cells: string[]
}

export interface TablePage {
  table: number
  /** mm of each column. */
  widths: number[]
  /** Side by side where the page has room for it, each under the table's head. */
  blocks: TableRow[][]
  /** Of the whole table, from 0. */
  firstRow: number
}

/** Of print.css, mm: text of 8.5 pt. */
export const ROW = { em: 3, line: 4.4, padding: 2.2 } as const
/** mm between two blocks of one page. */
export const BLOCK_GAP = 9
const CELL_SIDES = 3.2
const NARROW = 12
const WIDE = 90

/** Not measured but reckoned, on the large side: a Han sign is as wide as it is high, a Latin one 0.62 of that. */
export const textMm = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.62), 0) * ROW.em

/** Columns as wide as their longest cell, and how many such tables the page has beside each other; then as wide as the page has room for. */
export function columnWidths(
  heads: readonly string[],
  rows: readonly TableRow[],
  room: number,
): { widths: number[]; across: number } {
  const wanted = heads.map((head, column) => {
    const longest = Math.max(textMm(head), ...rows.map(({ cells }) => textMm(cells[column] ?? '')))
    return Math.min(Math.max(longest + CELL_SIDES, NARROW), WIDE)
  })
  const sum = wanted.reduce((all, width) => all + width, 0)
  const across = Math.max(1, Math.floor((room + BLOCK_GAP) / (sum + BLOCK_GAP)))
  const each = (room - (across - 1) * BLOCK_GAP) / across
  // Wider than by half again a row is hard to follow with the eye.
  const factor = Math.min(each / Math.max(sum, 1), 1.5)
  return { widths: wanted.map((width) => width * factor), across }
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
    const { widths, across } = columnWidths(heads, rows, room.width)
    const free = room.height - rowMm(heads, widths)
    const pages: TablePage[] = []
    let used = Number.POSITIVE_INFINITY
    rows.forEach((row, index) => {
      const height = rowMm(row.cells, widths)
      if (used + height > free) {
        const page = pages.at(-1)
        if (page && page.blocks.length < across) page.blocks.push([])
        else pages.push({ table, widths, blocks: [[]], firstRow: index })
        used = 0
      }
      pages.at(-1)?.blocks.at(-1)?.push(row)
      used += height
    })
    return pages
  })
}
