import { type Shapes, verticesOf } from './shapes.ts'
import { offsets, sharedBytes, sharedInt32, sharedUint32 } from './shared-arrays.ts'

const EMPTY: Shapes = {
  kind: new Uint8Array(0),
  partStart: new Uint32Array(1),
  vertexStart: new Uint32Array(1),
  outer: new Uint8Array(0),
  lng: new Int32Array(0),
  lat: new Int32Array(0),
  x: new Uint32Array(0),
  y: new Uint32Array(0),
  box: new Uint32Array(0),
}

/** The rows of several arenas in a new order: row i of the result is row `row[i]` of `parts[part[i]]`. */
export function mergeShapes(parts: readonly Shapes[], part: Uint16Array, row: Uint32Array): Shapes {
  const count = row.length
  const partCounts = new Uint32Array(count)
  const vertexCounts: number[] = []
  for (let at = 0; at < count; at++) {
    const { partStart, vertexStart } = parts[part[at] as number] ?? EMPTY
    const first = partStart[row[at] as number] as number
    const last = partStart[(row[at] as number) + 1] as number
    partCounts[at] = last - first
    for (let one = first; one < last; one++)
      vertexCounts.push((vertexStart[one + 1] as number) - (vertexStart[one] as number))
  }
  const vertexStart = offsets(vertexCounts)
  const vertexCount = vertexStart[vertexCounts.length] as number
  const merged: Shapes = {
    kind: sharedBytes(count),
    partStart: offsets(partCounts),
    vertexStart,
    outer: sharedBytes(vertexCounts.length),
    lng: sharedInt32(vertexCount),
    lat: sharedInt32(vertexCount),
    x: sharedUint32(vertexCount),
    y: sharedUint32(vertexCount),
    box: sharedUint32(4 * count),
  }
  for (let at = 0; at < count; at++) copyRow(parts[part[at] as number] ?? EMPTY, row[at] as number, merged, at)
  return merged
}

function copyRow(from: Shapes, row: number, to: Shapes, at: number): void {
  const [start, end] = verticesOf(from, row)
  const [target] = verticesOf(to, at)
  to.kind[at] = from.kind[row] as number
  to.outer.set(from.outer.subarray(from.partStart[row], from.partStart[row + 1]), to.partStart[at])
  to.lng.set(from.lng.subarray(start, end), target)
  to.lat.set(from.lat.subarray(start, end), target)
  to.x.set(from.x.subarray(start, end), target)
  to.y.set(from.y.subarray(start, end), target)
  to.box.set(from.box.subarray(row * 4, row * 4 + 4), at * 4)
}
