import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import Papa from 'papaparse'
import type { z } from 'zod'
import { DataError, type DataFault, faultsOfSchema } from '../catalogue/data-error.ts'

/** One line of a CSV by its column names; a blank cell is an empty text. */
export type Cells = Readonly<Record<string, string>>

// The first row below the heading is line 2 of the file.
const pathOf = (row: number) => `row ${row + 2}`

/** The rows of a UTF-8 CSV with a heading, each reshaped and checked. Throws DataError with every fault by row. */
export async function readTable<Row>(path: string, schema: z.ZodType<Row>, reshape: (cells: Cells) => unknown) {
  const file = basename(path)
  const text = await readFile(path, 'utf8')
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const faults: DataFault[] = errors.map(({ row, message }) => ({ file, path: pathOf(row ?? 0), message }))
  const rows: Row[] = []
  data.forEach((cells, i) => {
    const read = schema.safeParse(reshape(cells))
    if (read.success) rows.push(read.data)
    else
      faults.push(
        ...faultsOfSchema(file, read.error).map((fault) => ({ ...fault, path: `${pathOf(i)}: ${fault.path}` })),
      )
  })
  if (faults.length > 0) throw new DataError(faults)
  return rows
}
