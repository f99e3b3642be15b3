import type { HandoutTable } from '../export/handout.ts'
import { headOf } from '../export/head-of.ts'
import type { TableRow } from './table-pages.ts'

interface TableBlockProps {
  table: HandoutTable
  /** mm of each column. */
  widths: readonly number[]
  rows: readonly TableRow[]
}

/** Rows of a table under its head; figures to the right. */
export function TableBlock({ table, widths, rows }: TableBlockProps) {
  const columns = table.columns.map(({ id, ...rest }, at) => ({
    ...{ id, head: headOf(rest), at, width: widths[at] ?? 0 },
    side: table.rows.some((row) => typeof row[id] === 'number') ? 'is-figure' : undefined,
  }))
  return (
    <table style={{ width: `${widths.reduce((sum, width) => sum + width, 0)}mm` }}>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ id, head, side }) => (
            <th key={id} className={side}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page that is printed once
          <tr key={row}>
            {columns.map(({ id, at, side }) => (
              <td key={id} className={side}>
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
