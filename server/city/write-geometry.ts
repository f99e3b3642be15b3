import type { Columns } from './columns.ts'
import { KINDS, type Shapes } from './shapes.ts'
import { type ReadyText, readyText, type Utf8Writer } from './utf8-writer.ts'
import { writePlace } from './write-degrees.ts'

const HEADS = Object.fromEntries(KINDS.map((kind) => [kind, readyText(`{"type":"${kind}","coordinates":`)])) as Record<
  (typeof KINDS)[number],
  ReadyText
>
const [COMMA, OPEN, CLOSE, END] = [0x2c, 0x5b, 0x5d, 0x7d]

/** A row's geometry as GeoJSON, as readGeometry has it. */
export function writeGeometry(out: Utf8Writer, { shapes, lng, lat }: Columns, row: number): void {
  const kind = shapes ? (KINDS[shapes.kind[row] as number] ?? 'Point') : 'Point'
  out.put(HEADS[kind])
  if (!shapes || kind === 'Point') writePlace(out, lng[row] as number, lat[row] as number)
  else {
    const [first, end] = [shapes.partStart[row] as number, shapes.partStart[row + 1] as number]
    if (kind === 'LineString') writeLine(out, shapes, first)
    else if (kind === 'MultiLineString') writeLines(out, shapes, first, end, false)
    else if (kind === 'Polygon') writeLines(out, shapes, first, end, true)
    else writePolygons(out, shapes, first, end)
  }
  out.byte(END)
}

function writePolygons(out: Utf8Writer, shapes: Shapes, first: number, end: number): void {
  out.byte(OPEN)
  for (let part = first; part < end; ) {
    let behind = part + 1
    while (behind < end && shapes.outer[behind] === 0) behind++
    if (part > first) out.byte(COMMA)
    writeLines(out, shapes, part, behind, true)
    part = behind
  }
  out.byte(CLOSE)
}

function writeLines(out: Utf8Writer, shapes: Shapes, first: number, end: number, closed: boolean): void {
  out.byte(OPEN)
  for (let part = first; part < end; part++) {
    if (part > first) out.byte(COMMA)
    writeLine(out, shapes, part, closed)
  }
  out.byte(CLOSE)
}

/** A closed one ends where it begins, which is kept once. */
function writeLine(out: Utf8Writer, { vertexStart, lng, lat }: Shapes, part: number, closed = false): void {
  const [from, to] = [vertexStart[part] as number, vertexStart[part + 1] as number]
  out.byte(OPEN)
  for (let vertex = from; vertex < to; vertex++) {
    if (vertex > from) out.byte(COMMA)
    writePlace(out, lng[vertex] as number, lat[vertex] as number)
  }
  if (closed) {
    out.byte(COMMA)
    writePlace(out, lng[from] as number, lat[from] as number)
  }
  out.byte(CLOSE)
}
