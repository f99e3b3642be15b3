/** Heights of a survey, row by row; null where nothing was surveyed. */
export interface HeightGrid {
  heights: (number | null)[][]
  /** Side of a square in metres, where the file says it. */
  cellM: number | null
}

export type GridFault = 'empty' | 'not-numbers' | 'uneven' | 'too-large'

const MOST = 400

/** A grid of heights out of a text file: Esri's ASCII grid (`ncols`, `cellsize`, `NODATA_value` …, then rows), or rows of numbers between commas,
 *  semicolons, tabs or blanks, an empty field being not surveyed. */
export function readGrid(text: string): HeightGrid | GridFault {
  const header = new Map<string, number>()
  const rows: (number | null)[][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const named = /^\s*([a-z_]+)\s+(-?[\d.]+(?:e[+-]?\d+)?)\s*$/i.exec(line)
    if (named) {
      header.set((named[1] ?? '').toLowerCase(), Number(named[2]))
      continue
    }
    const row = fieldsOf(line).map((field) => heightOf(field, header.get('nodata_value')))
    if (row.some((height) => height !== null && Number.isNaN(height))) return 'not-numbers'
    rows.push(row)
  }
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || columns < 2) return 'empty'
  if (rows.some((row) => row.length !== columns)) return 'uneven'
  if (rows.length > MOST || columns > MOST) return 'too-large'
  return { heights: rows, cellM: header.get('cellsize') ?? null }
}

const fieldsOf = (line: string): string[] =>
  /[,;\t]/.test(line) ? line.split(/[,;\t]/).map((field) => field.trim()) : line.trim().split(/\s+/)

const heightOf = (field: string, noData: number | undefined): number | null => {
  if (field === '' || field === '-') return null
  const height = Number(field)
  return height === noData ? null : height
}
