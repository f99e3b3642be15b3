import { words } from '../../i18n/i18n.ts'
import type { HandoutTable, HandoutValue } from '../export/handout.ts'
import { headOf } from '../export/head-of.ts'
import type { SheetPlan } from './paper.ts'
import { type TablePage, tablePages } from './table-pages.ts'

/** mm above the table and below it, of print.css. */
const HEAD = 24
const FOOT = 12

const inWords = (value: HandoutValue, digits = 0): string => {
  if (value === null || value === undefined || value === '') return words('sheet.unknown')
  if (typeof value === 'boolean') return words(value ? 'card.yes' : 'card.no')
  if (typeof value !== 'number') return value
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The pages that follow the map. */
export const pagesOf = (tables: readonly HandoutTable[], { width, height, margin }: SheetPlan): TablePage[] =>
  tablePages(
    tables,
    (index) => ({
      heads: tables[index]?.columns.map(headOf) ?? [],
      rows: (tables[index]?.rows ?? []).map((row) => ({
        cells: tables[index]?.columns.map(({ id, digits }) => inWords(row[id], digits)) ?? [],
      })),
    }),
    { width: width - 2 * margin, height: height - 2 * margin - HEAD - FOOT },
  )
