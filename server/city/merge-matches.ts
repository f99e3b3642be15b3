import type { Columns } from './columns.ts'
import { before } from './morton-order.ts'

/** Rows of several segments. */
export interface Places {
  readonly segment: Uint16Array
  readonly row: Uint32Array
}

/** The first `most` rows of several segments, each in order, in the order that they would have in one. */
export function mergeMatches(segments: readonly Columns[], matches: readonly Uint32Array[], most: number): Places {
  const count = Math.min(
    most,
    matches.reduce((sum, { length }) => sum + length, 0),
  )
  const places = { segment: new Uint16Array(count), row: new Uint32Array(count) }
  const next = matches.map(() => 0)
  let heads = matches.flatMap(({ length }, at) => (length > 0 ? [at] : []))
  for (let place = 0; place < count; place++) {
    let first = heads[0] as number
    for (let at = 1; at < heads.length; at++) if (standsBefore(heads[at] as number, first)) first = heads[at] as number
    const taken = next[first] as number
    places.segment[place] = first
    places.row[place] = matches[first]?.[taken] as number
    next[first] = taken + 1
    if (taken + 1 === matches[first]?.length) heads = heads.filter((head) => head !== first)
  }
  return places

  function standsBefore(a: number, b: number): boolean {
    return inOrder(
      segments[a] as Columns,
      matches[a]?.[next[a] as number] as number,
      segments[b] as Columns,
      matches[b]?.[next[b] as number] as number,
    )
  }
}

function inOrder(a: Columns, rowA: number, b: Columns, rowB: number): boolean {
  const [ax, ay] = [a.x[rowA] as number, a.y[rowA] as number]
  const [bx, by] = [b.x[rowB] as number, b.y[rowB] as number]
  if (ax === bx && ay === by) return (a.number[rowA] as number) < (b.number[rowB] as number)
  return before(ax, ay, bx, by)
}
