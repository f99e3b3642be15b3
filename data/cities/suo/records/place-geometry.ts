import type { Geometry, Position } from '../../city.ts'

export type Plane = [x: number, y: number]

/** Corners of a geometry's lines or outer rings. */
export function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates.slice(0, 1)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
  }
}

/** A point that stands for the thing: itself, the middle of its first line, the mean corner of its first ring. */
export function middleOf(geometry: Geometry): Position {
  const line = linesOf(geometry)[0] ?? []
  if (geometry.type.endsWith('LineString')) return line[Math.floor(line.length / 2)] ?? [0, 0]
  const corners = line.length > 1 ? line.slice(0, -1) : line
  const sum = corners.reduce<Position>(([x, y], corner) => [x + corner[0], y + corner[1]], [0, 0])
  return [Math.round((sum[0] / corners.length) * 1e7) / 1e7, Math.round((sum[1] / corners.length) * 1e7) / 1e7]
}

export const holds = (ring: readonly Position[], [x, y]: Position): boolean => {
  let inside = false
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}

export const distanceToSegment = ([px, py]: Plane, [ax, ay]: Plane, [bx, by]: Plane): number => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
  return Math.hypot(ax + share * (bx - ax) - px, ay + share * (by - ay) - py)
}

export const boxOf = (corners: readonly Position[]): [number, number, number, number] => [
  Math.min(...corners.map(([x]) => x)),
  Math.min(...corners.map(([, y]) => y)),
  Math.max(...corners.map(([x]) => x)),
  Math.max(...corners.map(([, y]) => y)),
]
