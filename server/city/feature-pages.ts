import type { Bbox } from '../contract/geo.ts'
import { eachInBox } from './box-search.ts'
import type { Columns } from './columns.ts'
import type { LayerRows } from './layer-rows.ts'
import { before, firstFrom } from './morton-order.ts'
import { featureReader } from './read-feature.ts'
import { type Filter, filterKey, passes, type RowTest, rowTests } from './row-test.ts'

export interface FeatureQuery {
  bbox?: Bbox
  limit: number
  /** `next` of the page before. */
  after?: string
  filter?: Filter
}

export interface Features {
  /** Each a GeoJSON feature as text. */
  features: string[]
  /** Set when there is more. */
  next?: string
  /** How many fit the box and the filter on all pages. */
  matched: number
}

/** A position in the order of all features: Morton order of their places, then number. It holds while things around it come and go;
 *  a thing that moves across it may be met twice or not at all. */
interface Cursor {
  x: number
  y: number
  number: number
}

/** The position that a cursor names; undefined when it is none of ours. */
export function readCursor(text: string): Cursor | undefined {
  if (!/^[0-9a-z]{1,7}(\.[0-9a-z]{1,7}){2}$/.test(text)) return undefined
  const [x = 0, y = 0, number = 0] = text.split('.').map((part) => Number.parseInt(part, 36))
  return x < 2 ** 32 && y < 2 ** 32 ? { x, y, number } : undefined
}

const writeCursor = ({ x, y, number }: Columns, row: number): string =>
  [x[row], y[row], number[row]].map((part) => (part as number).toString(36)).join('.')

interface Place {
  columns: Columns
  row: number
}

/** A page of features. Throws RangeError when `after` is not a cursor. */
export function readFeatures(rows: LayerRows, { bbox, limit, after, filter }: FeatureQuery): Features {
  const cursor = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && !cursor) throw new RangeError(`"${after}" is not a cursor`)
  const tests = rowTests(rows, filter)
  const bySegment = rows.segments
    .map((columns, at) =>
      collect(columns, tests[at] as RowTest, bbox, cursor && firstBehind(columns, cursor), limit + 1),
    )
    .filter(({ length }) => length > 0)
  const found = bySegment.length === 1 ? (bySegment[0] ?? []) : bySegment.flat().sort(inOrder)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const read = featureReader(rows.meanings)
  return {
    features: page.map(({ columns, row }) => read(columns, row)),
    ...(found.length > limit && last ? { next: writeCursor(last.columns, last.row) } : {}),
    matched: bbox || filterKey(filter) !== '' ? countMatches(rows, tests, bbox) : rows.alive,
  }
}

function inOrder(a: Place, b: Place): number {
  const [ax, ay] = [a.columns.x[a.row] as number, a.columns.y[a.row] as number]
  const [bx, by] = [b.columns.x[b.row] as number, b.columns.y[b.row] as number]
  if (ax === bx && ay === by) return (a.columns.number[a.row] as number) - (b.columns.number[b.row] as number)
  return before(ax, ay, bx, by) ? -1 : 1
}

function firstBehind(columns: Columns, { x, y, number }: Cursor): number {
  let row = firstFrom(columns, x, y)
  while (columns.x[row] === x && columns.y[row] === y && (columns.number[row] as number) <= number) row++
  return row
}

function collect(
  columns: Columns,
  test: RowTest,
  bbox: Bbox | undefined,
  from: number | undefined,
  most: number,
): Place[] {
  const found: Place[] = []
  eachRow(columns, bbox, from ?? 0, (row) => {
    if (passes(test, columns, row)) found.push({ columns, row })
    return found.length < most
  })
  return found
}

export function eachRow(columns: Columns, bbox: Bbox | undefined, from: number, visit: (row: number) => boolean): void {
  if (bbox) eachInBox(columns, bbox, from, visit)
  else for (let row = from; row < columns.count; row++) if (!visit(row)) return
}

function countMatches({ segments }: LayerRows, tests: RowTest[], bbox: Bbox | undefined): number {
  let count = 0
  for (const [at, columns] of segments.entries())
    eachRow(columns, bbox, 0, (row) => {
      if (passes(tests[at] as RowTest, columns, row)) count++
      return true
    })
  return count
}
