import type { Frame } from '../../town/frame.ts'
import { rectangle } from '../../town/frame.ts'
import { between, isInside, type Ring } from '../../town/geometry.ts'

export type BuildingKind =
  | 'house'
  | 'shop'
  | 'apartment'
  | 'civic'
  | 'government'
  | 'hospital'
  | 'school'
  | 'market'
  | 'industry'

export interface Building {
  ring: Ring
  kind: BuildingKind
  floors: number
}

/** All that has been built: houses, the pitches of schools, gardens of estates, and the bare ground of yards. */
export interface Site {
  buildings: Building[]
  pitches: { ring: Ring; kind: 'track' | 'pitch' | 'garden' }[]
  yards: { ring: Ring; kind: 'plaza' | 'work' | 'truck' }[]
}

/** Whether a rectangle lies inside a ring, asked at its corners and at the middle of its sides. */
export function fits(corners: Ring, ground: Ring): boolean {
  return corners.every((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner
    return isInside(corner, ground) && isInside(between(corner, next, 0.5), ground)
  })
}

/** The rectangle at x, y in a frame, or nothing where it would stand out of the ground. */
export function standing(
  frame: Frame,
  ground: Ring,
  [x, y, width, depth]: [number, number, number, number],
): Ring | undefined {
  const corners = rectangle(frame, x, y, x + width, y + depth)
  return fits(corners, ground) ? corners : undefined
}
