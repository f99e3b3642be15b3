import { buffer, intersection, union } from '../town/clipping.ts'
import { isInside, type Line, type Point, type Polygon } from '../town/geometry.ts'
import { SegmentIndex } from '../town/segment-index.ts'
import type { Skeleton } from './network.ts'
import type { Outline } from './outline.ts'
import { ROAD_SHAPES } from './road-classes.ts'

export interface Canal {
  name: string
  /** As far as the shore. */
  lines: Line[]
}

export interface Water {
  canals: Canal[]
  /** Their water, all together. */
  surface: Polygon[]
  /** Whether a place is within `metres` of a canal's water. */
  onCanal(place: Point, metres: number): boolean
  /** Whether a place is in the river or in a canal. */
  isWet(place: Point): boolean
}

const HALF_CANAL = ROAD_SHAPES.canal.carriageway / 2

export function findWater(outline: Outline, skeleton: Skeleton): Water {
  const byName = new Map<string, Line[]>()
  for (const { name, class: kind, line } of [...skeleton.streets, ...skeleton.outside]) {
    if (kind !== 'canal') continue
    const within = line.filter((place) => isInside(place, outline.island))
    if (within.length > 1) byName.set(name, [...(byName.get(name) ?? []), within])
  }
  const index = new SegmentIndex<true>()
  const canals = [...byName].map(([name, lines]): Canal => {
    for (const line of lines) index.add(line, true)
    return { name, lines }
  })
  const ribbons = canals.flatMap(({ lines }) => buffer(lines, HALF_CANAL))
  const surface = intersection(union(ribbons), [[outline.island]])
  const onCanal = (place: Point, metres: number) => index.nearest(place, HALF_CANAL + metres) === true
  return { canals, surface, onCanal, isWet: (place) => !isInside(place, outline.island) || onCanal(place, 0) }
}
