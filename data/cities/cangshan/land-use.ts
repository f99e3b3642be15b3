import type { Random } from '../town/random.ts'
import type { Theme } from './districts.ts'

/** What stands on a block, in the words that the base map's style knows. */
export type LandUse =
  | 'none'
  | 'court'
  | 'mixed'
  | 'apartment'
  | 'office'
  | 'industry'
  | 'green'
  | 'park'
  | 'field'
  | 'school'
  | 'hospital'
  | 'government'
  | 'market'
  | 'plaza'
  | 'truck'
  | 'sewage'
  | 'building-site'

type Shares = [LandUse, number][]

/** What is left of 1 falls to the first. */
const SHARES: Record<Theme, Shares> = {
  lanes: [
    ['court', 0],
    ['mixed', 0.2],
    ['green', 0.035],
    ['school', 0.015],
    ['apartment', 0.06],
  ],
  village: [
    ['court', 0],
    ['mixed', 0.07],
    ['field', 0.05],
    ['green', 0.03],
    ['school', 0.008],
    ['market', 0.008],
  ],
  mixed: [
    ['mixed', 0],
    ['apartment', 0.34],
    ['office', 0.07],
    ['green', 0.06],
    ['school', 0.035],
    ['market', 0.02],
    ['hospital', 0.008],
    ['building-site', 0.008],
  ],
  estates: [
    ['apartment', 0],
    ['mixed', 0.1],
    ['school', 0.06],
    ['green', 0.07],
    ['office', 0.03],
    ['market', 0.02],
    ['building-site', 0.025],
  ],
  offices: [
    ['office', 0],
    ['market', 0.13],
    ['green', 0.12],
    ['apartment', 0.14],
    ['plaza', 0.05],
    ['government', 0.03],
    ['building-site', 0.07],
  ],
  campus: [
    ['school', 0],
    ['green', 0.26],
    ['apartment', 0.14],
  ],
  works: [
    ['industry', 0],
    ['office', 0.06],
    ['green', 0.06],
    ['building-site', 0.05],
    ['apartment', 0.06],
  ],
  fields: [
    ['field', 0],
    ['court', 0.14],
    ['green', 0.08],
    ['building-site', 0.02],
  ],
  park: [['park', 0]],
}

// A block smaller than this is a green corner, m².
const CORNER = 900
// What bends round a hill and could not be cut is left as a park, m².
const WILD = 90_000

export function landUseFor(area: number, theme: Theme | undefined, chance: Random): LandUse {
  if (!theme || area < CORNER) return 'green'
  if (area > WILD) return 'park'
  const [usual, ...others] = SHARES[theme]
  let r = chance.next()
  for (const [use, share] of others) {
    if (r < share) return tooSmall(use, area) ? (usual?.[0] ?? 'green') : use
    r -= share
  }
  return usual?.[0] ?? 'green'
}

const tooSmall = (use: LandUse, area: number): boolean =>
  (use === 'school' && area < 6000) || (use === 'hospital' && area < 5000) || (use === 'building-site' && area < 3000)
