import Flatbush from 'flatbush'
import type { LngLat } from '../../contract/geo.ts'
import { placeOn } from './draw-gap.ts'
import type { Part, StreetMap } from './street-map.ts'

/** A responsibility grid; its rings, outer ones and holes together. */
export interface Area {
  id: string
  name: string
  rings: readonly (readonly LngLat[])[]
}

/** Finds the area at a place: its number, or -1. */
export type AreaAt = (x: number, y: number, guess: number) => number

export function areaMap(areas: readonly Area[], toPlane: StreetMap['toPlane']): AreaAt {
  if (areas.length === 0) return () => -1
  const rings = areas.map((area) => area.rings.map((ring) => Float64Array.from(ring.flatMap((at) => toPlane(at)))))
  const tree = new Flatbush(areas.length)
  for (const own of rings) tree.add(...boxOf(own))
  tree.finish()
  const holds = (area: number, x: number, y: number): boolean =>
    (rings[area] ?? []).reduce((inside, ring) => inside !== isInRing(ring, x, y), false)
  return (x, y, guess) => {
    if (guess >= 0 && holds(guess, x, y)) return guess
    return tree.search(x, y, x, y).find((area) => area !== guess && holds(area, x, y)) ?? -1
  }
}

/** Around rings of x and y by turns. */
export function boxOf(rings: readonly Float64Array[]): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] as number, ring[i + 1] as number]
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}

export function isInRing(ring: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** In which area a side of a part lies, every STEP_METRES. */
export interface SideAreas {
  left: Int32Array
  right: Int32Array
}

const STEP_METRES = 10

export const sideAreas = (parts: readonly Part[], at: AreaAt): SideAreas[] =>
  parts.map((part) => ({ left: areasAlong(part, 1, at), right: areasAlong(part, -1, at) }))

function areasAlong(part: Part, side: 1 | -1, at: AreaAt): Int32Array {
  const steps = new Int32Array(Math.max(1, Math.ceil(part.length / STEP_METRES)))
  let area = -1
  for (let step = 0; step < steps.length; step++) {
    const middle = Math.min((step + 0.5) * STEP_METRES, part.length)
    area = at(...placeOn(part, middle, side * part.halfWidth), area)
    steps[step] = area
  }
  return steps
}

/** How many metres of a stretch lie in each area, by its number; -1: in none. They come to the length of the stretch. */
export function shareOut(
  steps: Int32Array,
  { from, to, length }: { from: number; to: number; length: number },
): Map<number, number> {
  const shares = new Map<number, number>()
  const add = (a: number, b: number): void => {
    for (let step = Math.floor(a / STEP_METRES); step * STEP_METRES < b; step++) {
      const metres = Math.min(b, (step + 1) * STEP_METRES) - Math.max(a, step * STEP_METRES)
      const area = steps[Math.min(step, steps.length - 1)] ?? -1
      if (metres > 0) shares.set(area, (shares.get(area) ?? 0) + metres)
    }
  }
  add(from, Math.min(to, length))
  if (to > length) add(0, to - length)
  return shares
}
