import type { Bbox } from '../contract/geo.ts'
import type { Columns } from './columns.ts'
import type { LayerRows } from './layer-rows.ts'
import { matchRows } from './match-rows.ts'
import type { Meanings } from './meanings.ts'
import { mergeMatches, type Places } from './merge-matches.ts'
import { firstFrom } from './morton-order.ts'
import { EVERY, type Filter, rowTests } from './row-test.ts'
import { readyText, type Utf8Writer } from './utf8-writer.ts'
import { featureWriter } from './write-feature.ts'

export interface FeatureQuery {
  bbox?: Bbox
  limit: number
  /** `next` of the page before. */
  after?: string
  filter?: Filter
}

export interface Features {
  /** How many are on this page. */
  returned: number
  /** Set when there is more. */
  next?: string
  /** How many fit the box and the filter on all pages. */
  matched: number
  /** Writes them as GeoJSON with a text between each two, a comma unless told. At once: it does not wait for later. */
  write(out: Utf8Writer, between?: string): void
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

/** A page of features. Throws RangeError when `after` is not a cursor. */
export function readFeatures(rows: LayerRows, { bbox, limit, after, filter }: FeatureQuery): Features {
  const cursor = after === undefined ? undefined : readCursor(after)
  if (after !== undefined && !cursor) throw new RangeError(`"${after}" is not a cursor`)
  const { segments, meanings } = rows
  const tests = rowTests(rows, filter)
  // One more than the page holds tells whether there is another page.
  const matches = segments.map((columns, at) => {
    const from = cursor ? firstBehind(columns, cursor) : 0
    return matchRows(columns, tests[at] ?? EVERY, { bbox, from, most: limit + 1 })
  })
  const places = mergeMatches(
    segments,
    matches.map((one) => one.rows),
    limit + 1,
  )
  const returned = Math.min(limit, places.row.length)
  return {
    returned,
    ...(places.row.length > limit ? { next: cursorAt(segments, places, returned - 1) } : {}),
    matched: matches.reduce((sum, { matched }) => sum + matched, 0),
    write: (out, between) => writePlaces(out, { meanings, segments, places, returned }, between),
  }
}

function cursorAt(segments: readonly Columns[], { segment, row }: Places, place: number): string {
  return writeCursor(segments[segment[place] as number] as Columns, row[place] as number)
}

function firstBehind(columns: Columns, { x, y, number }: Cursor): number {
  let row = firstFrom(columns, x, y)
  while (columns.x[row] === x && columns.y[row] === y && (columns.number[row] as number) <= number) row++
  return row
}

interface Page {
  meanings: Meanings
  segments: readonly Columns[]
  places: Places
  returned: number
}

function writePlaces(out: Utf8Writer, { meanings, segments, places, returned }: Page, between = ','): void {
  const comma = readyText(between)
  const write = featureWriter(meanings)
  for (let place = 0; place < returned; place++) {
    if (place > 0) out.put(comma)
    write(out, segments[places.segment[place] as number] as Columns, places.row[place] as number)
  }
}
