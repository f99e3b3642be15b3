import { type IndexedRows, indexRows, type Rows } from './columns.ts'
import { narrow } from './dictionary.ts'
import { mergeShapes } from './merge-shapes.ts'
import { mortonOrder } from './morton-order.ts'
import { encodeShapes, type Shapes } from './shapes.ts'
import { sharedFloat64, sharedInt32, sharedUint32 } from './shared-arrays.ts'
import { mergeTexts } from './texts.ts'

/** Rows to be merged, and which of them are gone. */
export interface Part {
  rows: Rows
  dead: Uint8Array | undefined
}

/** Living rows of several parts, sorted and indexed: arrays in, arrays out. Takes some 2 µs a row. */
export function mergeRows(parts: readonly Part[], lookCount: number): IndexedRows {
  const { part, row } = inOrder(parts)
  const count = row.length
  const take = <A extends Uint32Array | Int32Array | Float64Array>(
    into: A,
    columnOf: (rows: Rows) => ArrayLike<number>,
  ): A => {
    const columns = parts.map(({ rows }) => columnOf(rows))
    for (let at = 0; at < count; at++)
      into[at] = (columns[part[at] as number] as ArrayLike<number>)[row[at] as number] as number
    return into
  }
  const texts = (of: 'idTexts' | 'nameTexts' | 'restTexts') =>
    mergeTexts(
      parts.map(({ rows }) => rows[of]),
      part,
      row,
    )
  const slots = (columnOf: (rows: Rows) => ArrayLike<number>) => narrow(take(sharedUint32(count), columnOf))
  return indexRows(
    {
      count,
      x: take(sharedUint32(count), (rows) => rows.x),
      y: take(sharedUint32(count), (rows) => rows.y),
      lng: take(sharedInt32(count), (rows) => rows.lng),
      lat: take(sharedInt32(count), (rows) => rows.lat),
      number: take(sharedUint32(count), (rows) => rows.number),
      look: slots((rows) => rows.look),
      idTexts: texts('idTexts'),
      nameTexts: texts('nameTexts'),
      restTexts: texts('restTexts'),
      changedAt: {
        ms: take(sharedFloat64(count), ({ changedAt }) => changedAt.ms),
        form: slots(({ changedAt }) => changedAt.form),
      },
      attributes: (parts[0]?.rows.attributes ?? []).map((_, at) => slots(({ attributes }) => attributes[at] ?? [])),
      shapes: parts.some(({ rows }) => rows.shapes)
        ? mergeShapes(
            parts.map(({ rows }) => shapesOf(rows)),
            part,
            row,
          )
        : undefined,
    },
    lookCount,
  )
}

/** Living rows of all parts in Morton order, as part and row. */
function inOrder(parts: readonly Part[]): { part: Uint16Array; row: Uint32Array } {
  const living = ({ rows, dead }: Part): number => rows.count - (dead ? dead.reduce((a, b) => a + b, 0) : 0)
  const total = parts.reduce((sum, part) => sum + living(part), 0)
  const places = { count: total, x: new Uint32Array(total), y: new Uint32Array(total) }
  const number = new Uint32Array(total)
  const fromPart = new Uint16Array(total)
  const fromRow = new Uint32Array(total)
  let at = 0
  parts.forEach(({ rows, dead }, part) => {
    for (let row = 0; row < rows.count; row++) {
      if (dead?.[row]) continue
      places.x[at] = rows.x[row] as number
      places.y[at] = rows.y[row] as number
      number[at] = rows.number[row] as number
      fromPart[at] = part
      fromRow[at++] = row
    }
  })
  const row = mortonOrder(places, number)
  const part = new Uint16Array(total)
  for (let i = 0; i < total; i++) {
    const from = row[i] as number
    part[i] = fromPart[from] as number
    row[i] = fromRow[from] as number
  }
  return { part, row }
}

/** Rows that are all points have no arena; beside rows that have one they get one. */
function shapesOf(rows: Rows): Shapes {
  if (rows.shapes) return rows.shapes
  return encodeShapes(
    Array.from({ length: rows.count }, (_, row) => ({
      type: 'Point',
      coordinates: [(rows.lng[row] as number) / 1e7, (rows.lat[row] as number) / 1e7],
    })),
  )
}
