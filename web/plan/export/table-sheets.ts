import type { Cell, Sheet } from 'write-excel-file/universal'
import { words } from '../../i18n/i18n.ts'
import type { Fact } from './about.ts'
import type { Handout, HandoutColumn, HandoutTable, HandoutValue } from './handout.ts'
import { headOf } from './head-of.ts'

/** Excel's own limits: 31 signs, and none of these. */
const sheetName = (name: string, taken: Set<string>): string => {
  const clean = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 28) || '-'
  const free = [clean, ...Array.from({ length: 98 }, (_, i) => `${clean} ${i + 2}`)].find((each) => !taken.has(each))
  taken.add(free ?? clean)
  return free ?? clean
}

const HEAD = { fontWeight: 'bold', bottomBorderStyle: 'thin', bottomBorderColor: '#58656f', wrap: true } as const

/** A workbook: a sheet for each table, and the last says what they are. */
export function tableSheets(handout: Handout, about: readonly Fact[]): Sheet<Blob>[] {
  const taken = new Set<string>()
  const tables = handout.tables.map((table) => ({
    sheet: sheetName(table.name, taken),
    ...{
      data: [headRow(table), ...table.rows.map((row) => table.columns.map((column) => cellOf(column, row[column.id])))],
    },
    ...{ columns: table.columns.map((column) => ({ width: widthOf(column, table) })), stickyRowsCount: 1 },
  }))
  const facts = [
    { name: words('sheet.title'), value: handout.title },
    ...(handout.subtitle ? [{ name: words('sheet.subtitle'), value: handout.subtitle }] : []),
    ...about,
    ...handout.tables.flatMap(({ name, note }) => (note ? [{ name, value: note }] : [])),
  ]
  const rows = facts.map(({ name, value }): Cell[] => [
    { value: name, fontWeight: 'bold', alignVertical: 'top' },
    { value, wrap: true, alignVertical: 'top' },
  ])
  return [
    ...tables,
    { sheet: sheetName(words('sheet.about'), taken), data: rows, columns: [{ width: 16 }, { width: 80 }] },
  ]
}

const isFigure = ({ columns, rows }: HandoutTable, id: string): boolean =>
  columns.some((column) => column.id === id) && rows.some((row) => typeof row[id] === 'number')

const headRow = (table: HandoutTable): Cell[] =>
  table.columns.map((column) => ({
    ...HEAD,
    ...{ value: headOf(column), align: isFigure(table, column.id) ? ('right' as const) : ('left' as const) },
  }))

/** Numbers stay numbers; what is unknown is an empty cell, which no sum takes for 0. */
function cellOf({ digits = 0 }: HandoutColumn, value: HandoutValue): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? // Without what binary fractions leave over: −0.29 and not −0.29000000000000004.
        {
          value: Number(value.toPrecision(12)),
          type: Number,
          format: digits > 0 ? `#,##0.${'0'.repeat(digits)}` : '#,##0',
        }
      : null
  if (typeof value === 'boolean') return { value: words(value ? 'card.yes' : 'card.no'), type: String }
  // A day as Excel knows days, so that a table can be sorted and filtered by it.
  if (isDay(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  const minute = minuteOf(value)
  if (minute !== undefined) return { value: minute, type: Date, format: 'yyyy-mm-dd hh:mm' }
  return { value, type: String }
}

/** Excel knows no zones: an instant is told in business time, Asia/Shanghai. */
const BUSINESS_MS = 8 * 3_600_000
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

function minuteOf(text: string): Date | undefined {
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms + BUSINESS_MS)
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** In signs of the Latin script. */
function widthOf(column: HandoutColumn, { rows }: HandoutTable): number {
  const signs = (text: string): number =>
    [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
  const longest = rows.slice(0, 400).map((row) => signs(String(row[column.id] ?? '')))
  return Math.min(Math.max(signs(headOf(column)), ...longest) + 3, 60)
}
