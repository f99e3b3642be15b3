import type { MadeAsset } from '../city.ts'
import { random } from './random.ts'

/** How such things were taken down: so many of 100 to 0.5 m (A), 1 m (B) and 10 m (C); the rest was never graded. Streets were driven and measured one by
 *  one, so things of one road mostly have one grade; what a counter of shops wrote down is rough. */
const GRADES: Record<string, readonly [a: number, b: number, c: number]> = {
  streetlights: [62, 26, 8],
  'light-cabinets': [70, 24, 4],
  drains: [38, 34, 20],
  bins: [24, 40, 26],
  kiosks: [60, 30, 8],
  toilets: [70, 24, 4],
  'transfer-stations': [80, 20, 0],
  landfills: [100, 0, 0],
  'landfill-wells': [100, 0, 0],
  'construction-waste': [0, 30, 50],
  'truck-parking': [40, 40, 20],
  'truck-hot-spots': [0, 20, 60],
  venues: [6, 30, 48],
  'sewage-plants': [100, 0, 0],
  'green-spaces': [50, 40, 10],
  guardrails: [48, 32, 14],
}
const SEED = 47678
/** Of things on one road so many were measured anew by themselves. */
const BY_ITSELF = 0.07

/** Class of the position: null where nobody graded it, undefined where such things have none. By the thing alone: no other chance is shifted by it. */
export function surveyGrade(
  id: string,
  { layer, fields }: Pick<MadeAsset, 'layer' | 'fields'>,
): string | null | undefined {
  const shares = GRADES[layer]
  if (!shares) return undefined
  const own = random(SEED, `graded ${id}`)
  const road = typeof fields.road === 'string' && !own.chance(BY_ITSELF) ? fields.road : undefined
  const drawn = (road === undefined ? own : random(SEED, `graded ${layer} ${road}`)).next() * 100
  const [a, b, c] = shares
  return drawn < a ? 'A' : drawn < a + b ? 'B' : drawn < a + b + c ? 'C' : null
}
