import type { Point } from '../town/geometry.ts'
import type { SplitStyle } from '../town/split-blocks.ts'
import type { Valley } from './valley.ts'

export type District = 'old' | 'centre' | 'west' | 'east' | 'logistics' | 'upper' | 'south' | 'fringe'

/** Old quarters are small and crooked, new ones large and square: the texture changes visibly across the map. */
const STYLES: Record<District, SplitStyle> = {
  old: { target: 4300, tilt: 0.2, bow: 0.08 },
  upper: { target: 5200, tilt: 0.16, bow: 0.07 },
  south: { target: 6400, tilt: 0.14, bow: 0.06 },
  centre: { target: 8000, tilt: 0.08, bow: 0.035 },
  east: { target: 8200, tilt: 0.13, bow: 0.05 },
  fringe: { target: 11000, tilt: 0.14, bow: 0.06 },
  west: { target: 15500, tilt: 0.07, bow: 0.03 },
  logistics: { target: 26000, tilt: 0.05, bow: 0.02 },
}

export function districtOf(valley: Valley, place: Point): District {
  const { s, t } = valley.across(place)
  const u = valley.uOf(s, t)
  if (t < 0) return 'south'
  if (u > 1) return 'upper'
  if (s > -800 && s < 150 && u > 0.62) return 'old'
  if (s < -1420) return 'logistics'
  if (s < -720) return 'west'
  if (s > 1420) return 'fringe'
  return s > 690 ? 'east' : 'centre'
}

export function splitStyleOf(valley: Valley, place: Point): SplitStyle {
  const district = districtOf(valley, place)
  const { s, t } = valley.across(place)
  if (district === 'centre' && valley.uOf(s, t) < 0.35) return { ...STYLES.centre, target: 11500 }
  return STYLES[district]
}
