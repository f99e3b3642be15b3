/** Heights of a survey, row by row; null where nothing was surveyed. */
export interface HeightGrid {
  heights: (number | null)[][]
  /** Side of a square in metres, where the file says it. */
  cellM: number | null
  /** The first point of the last row, in the file's own metres, where it says it. */
  origin: readonly [number, number] | null
}

export type GridFault =
  | 'empty'
  | 'not-text'
  | 'not-numbers'
  | 'uneven'
  | 'too-large'
  | 'too-many-bytes'
  | 'wrong-header'
  | 'degrees'
  | 'not-square'
  | 'no-heights'
  | 'nothing-surveyed'

/** As the contract takes them. */
const MOST = 400
const [LOWEST_M, HIGHEST_M] = [-500, 9_000]
/** 400 × 400 heights of twenty characters are a sixth of it. */
export const MOST_BYTES = 20 * 2 ** 20
/** What Esri's grid means where it does not say what means nothing. */
const ESRI_NOTHING = -9_999
/** No survey has its points nearer than a centimetre: such a side is in degrees. */
const LEAST_CELL_M = 0.01

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const HEADER = /^\s*([a-z_]+)\s+(\S+)\s*$/i

/** A grid of heights out of a text file: Esri's ASCII grid (`ncols`, `cellsize`, `NODATA_value` …, then rows), or rows of numbers between commas,
 *  semicolons, tabs or blanks, an empty field being not surveyed. Heights are kept to the millimetre. */
export function readGrid(text: string): HeightGrid | GridFault {
  if (text.includes('\0')) return 'not-text'
  const header = new Map<string, number>()
  const rows: (number | null)[][] = []
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    const [, key, value = ''] = (rows.length === 0 && HEADER.exec(line)) || []
    if (key !== undefined && !isNothing(key)) {
      if (!NUMBER.test(value) && !isNothing(value)) return 'not-numbers'
      header.set(key.toLowerCase(), Number(value))
      continue
    }
    const row = fieldsOf(line).map((field) => heightOf(field, nothingOf(header)))
    if (row.some((height) => height !== null && Number.isNaN(height))) return 'not-numbers'
    rows.push(row)
  }
  const laid = layOut(rows, header)
  return typeof laid === 'string' ? laid : checked(laid, header)
}

/** A grid's rows may be broken anywhere where its header says how long they are. */
function layOut(rows: (number | null)[][], header: ReadonlyMap<string, number>): (number | null)[][] | GridFault {
  const [columns, count] = [header.get('ncols'), header.get('nrows')]
  if (columns === undefined || count === undefined) return rows
  const all = rows.flat()
  if (!(columns > 0) || all.length !== columns * count) return 'wrong-header'
  return Array.from({ length: count }, (_, row) => all.slice(row * columns, (row + 1) * columns))
}

function checked(heights: (number | null)[][], header: ReadonlyMap<string, number>): HeightGrid | GridFault {
  const columns = heights[0]?.length ?? 0
  if (heights.length < 2 || columns < 2) return 'empty'
  if (heights.some((row) => row.length !== columns)) return 'uneven'
  if (heights.length > MOST || columns > MOST) return 'too-large'
  const [dx, dy] = [header.get('dx'), header.get('dy')]
  if (dx !== dy) return 'not-square'
  const cellM = header.get('cellsize') ?? dx ?? null
  if (cellM !== null && !(cellM >= LEAST_CELL_M)) return 'degrees'
  const known = heights.flat().filter((height) => height !== null)
  if (known.length === 0) return 'nothing-surveyed'
  if (known.some((height) => height < LOWEST_M || height > HIGHEST_M)) return 'no-heights'
  return { heights, cellM, origin: originOf(header, cellM) }
}

/** Esri tells the corner of the first square or its middle. */
function originOf(header: ReadonlyMap<string, number>, cellM: number | null): HeightGrid['origin'] {
  const at = (axis: 'x' | 'y'): number | undefined => {
    const corner = header.get(`${axis}llcorner`)
    return header.get(`${axis}llcenter`) ?? (corner === undefined ? undefined : corner + (cellM ?? 0) / 2)
  }
  const [x, y] = [at('x'), at('y')]
  return x === undefined || y === undefined ? null : [x, y]
}

const nothingOf = (header: ReadonlyMap<string, number>): number | undefined =>
  header.get('nodata_value') ?? (header.has('ncols') ? ESRI_NOTHING : undefined)

/** Semicolons go before commas: between them a comma is a decimal one. */
function fieldsOf(line: string): string[] {
  if (line.includes(';')) return line.split(';').map((field) => field.trim().replace(',', '.'))
  return /[,\t]/.test(line) ? line.split(/[,\t]/).map((field) => field.trim()) : line.trim().split(/\s+/)
}

const isNothing = (field: string): boolean => /^[+-]?nan$/i.test(field)

const heightOf = (field: string, nothing: number | undefined): number | null => {
  if (field === '' || field === '-' || isNothing(field)) return null
  if (!NUMBER.test(field)) return Number.NaN
  const height = Number(field)
  return height === nothing ? null : Math.round(height * 1_000) / 1_000
}
