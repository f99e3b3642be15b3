import type { Geometry, LngLat } from '../contract/geo.ts'
import { E7, mercatorX, mercatorY } from './mercator.ts'
import { offsets } from './shared-arrays.ts'

export const KINDS = ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const

/** The geometry of rows that are not only points: vertices in one arena, parts (lines and rings) as offsets into it. */
export interface Shapes {
  /** Index into KINDS, by row. */
  readonly kind: Uint8Array
  /** First part of a row; one more than rows. */
  readonly partStart: Uint32Array
  /** First vertex of a part; one more than parts. */
  readonly vertexStart: Uint32Array
  /** 1 where a part begins a polygon or is a line, 0 where it is a hole. */
  readonly outer: Uint8Array
  /** 1e-7 degrees. */
  readonly lng: Int32Array
  readonly lat: Int32Array
  /** Mercator units. */
  readonly x: Uint32Array
  readonly y: Uint32Array
  /** minX, minY, maxX, maxY of each row, Mercator units. */
  readonly box: Uint32Array
}

interface Part {
  line: readonly LngLat[]
  outer: 0 | 1
}

/** Lines and rings of a geometry. A polygon's ring is kept without its last point, which repeats the first. */
export function partsOf(geometry: Geometry): Part[] {
  const polygon = (rings: readonly (readonly LngLat[])[]): Part[] =>
    rings.map((ring, at) => ({ line: openRing(ring), outer: at === 0 ? 1 : 0 }))
  switch (geometry.type) {
    case 'Point':
      return []
    case 'LineString':
      return [{ line: geometry.coordinates, outer: 1 }]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ line, outer: 1 }))
    case 'Polygon':
      return polygon(geometry.coordinates)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(polygon)
  }
}

function openRing(ring: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring
}

export function encodeShapes(geometries: readonly Geometry[]): Shapes {
  const parts = geometries.map(partsOf)
  const flat = parts.flat()
  const vertexCount = flat.reduce((sum, { line }) => sum + line.length, 0)
  const shapes: Shapes = {
    kind: Uint8Array.from(geometries, ({ type }) => KINDS.indexOf(type)),
    partStart: offsets(parts.map(({ length }) => length)),
    vertexStart: offsets(flat.map(({ line }) => line.length)),
    outer: Uint8Array.from(flat, ({ outer }) => outer),
    lng: new Int32Array(vertexCount),
    lat: new Int32Array(vertexCount),
    x: new Uint32Array(vertexCount),
    y: new Uint32Array(vertexCount),
    box: new Uint32Array(4 * geometries.length),
  }
  let vertex = 0
  for (const { line } of flat)
    for (const [lng, lat] of line) {
      shapes.lng[vertex] = Math.round(lng * E7)
      shapes.lat[vertex] = Math.round(lat * E7)
      shapes.x[vertex] = mercatorX(lng)
      shapes.y[vertex] = mercatorY(lat)
      vertex++
    }
  geometries.forEach((geometry, row) => {
    setBox(shapes, row, geometry)
  })
  return shapes
}

function setBox(shapes: Shapes, row: number, geometry: Geometry): void {
  const [from, to] = verticesOf(shapes, row)
  if (geometry.type === 'Point') {
    const [x, y] = [mercatorX(geometry.coordinates[0]), mercatorY(geometry.coordinates[1])]
    shapes.box.set([x, y, x, y], row * 4)
    return
  }
  let [minX, minY, maxX, maxY] = [0xffffffff, 0xffffffff, 0, 0]
  for (let vertex = from; vertex < to; vertex++) {
    const [x, y] = [shapes.x[vertex] as number, shapes.y[vertex] as number]
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  shapes.box.set([minX, minY, maxX, maxY], row * 4)
}

/** The run of a row's vertices, all parts together. */
export function verticesOf({ partStart, vertexStart }: Shapes, row: number): [from: number, to: number] {
  const first = partStart[row] as number
  const last = partStart[row + 1] as number
  return [vertexStart[first] as number, vertexStart[last] as number]
}
