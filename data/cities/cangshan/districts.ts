import type { Point } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { SplitStyle } from '../town/split-blocks.ts'

/** Parts of the district, each with a grain of its own. */
export type District = 'old' | 'centre' | 'new' | 'university' | 'industry' | 'east' | 'rural'

/** What a community is: it decides how its blocks are cut and what stands on them. */
export type Theme = 'lanes' | 'mixed' | 'estates' | 'offices' | 'campus' | 'works' | 'village' | 'fields' | 'park'

export function districtOf([x, y]: Point): District {
  if (y > 1050 - Math.max(0, Math.abs(x - 200) - 1200) * 0.35 && x > -2200 && x < 2700) return 'old'
  if (x < -5950 && y > -900) return 'university'
  if (x < -2950 && y < -1150) return 'industry'
  if (x < -1900 && y > -1300) return 'new'
  if (x > 4300) return 'east'
  return y < -2750 ? 'rural' : 'centre'
}

/** How large a community is, m²; the old quarters are the densest. */
export const COMMUNITY_SIZE: Record<District, number> = {
  old: 62_000,
  centre: 118_000,
  new: 150_000,
  university: 240_000,
  industry: 210_000,
  east: 165_000,
  rural: 190_000,
}

const SHARES: Record<District, [Theme, number][]> = {
  old: [
    ['lanes', 0.66],
    ['mixed', 0.22],
    ['park', 0.05],
    ['estates', 0.07],
  ],
  centre: [
    ['mixed', 0.42],
    ['estates', 0.27],
    ['village', 0.19],
    ['offices', 0.06],
    ['park', 0.06],
  ],
  new: [
    ['estates', 0.6],
    ['offices', 0.1],
    ['village', 0.13],
    ['mixed', 0.1],
    ['park', 0.07],
  ],
  university: [
    ['campus', 0.55],
    ['estates', 0.22],
    ['village', 0.13],
    ['park', 0.1],
  ],
  industry: [
    ['works', 0.5],
    ['estates', 0.2],
    ['village', 0.24],
    ['fields', 0.06],
  ],
  east: [
    ['estates', 0.38],
    ['offices', 0.14],
    ['village', 0.2],
    ['fields', 0.15],
    ['park', 0.07],
    ['mixed', 0.06],
  ],
  rural: [
    ['village', 0.5],
    ['fields', 0.28],
    ['estates', 0.14],
    ['works', 0.08],
  ],
}

export function themeOf(place: Point, chance: Random): Theme {
  const shares = SHARES[districtOf(place)]
  let r = chance.next()
  for (const [theme, share] of shares) {
    if (r < share) return theme
    r -= share
  }
  return shares[0]?.[0] ?? 'mixed'
}

/** Old quarters and villages are small and crooked, new ones large and square: the texture changes visibly across the map. */
export const BLOCK_STYLES: Record<Theme, SplitStyle> = {
  lanes: { target: 3600, tilt: 0.2, bow: 0.08 },
  village: { target: 4600, tilt: 0.17, bow: 0.07 },
  mixed: { target: 8200, tilt: 0.07, bow: 0.03 },
  estates: { target: 13_500, tilt: 0.035, bow: 0.018 },
  offices: { target: 12_000, tilt: 0.03, bow: 0.01 },
  works: { target: 19_000, tilt: 0.03, bow: 0.012 },
  campus: { target: 24_000, tilt: 0.09, bow: 0.06 },
  fields: { target: 42_000, tilt: 0.14, bow: 0.06 },
  park: { target: 38_000, tilt: 0.2, bow: 0.12 },
}
