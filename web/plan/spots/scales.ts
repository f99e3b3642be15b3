import type { PerWhat } from '../../../server/contract/spots.ts'
import type { Token } from '../../theme/palette.ts'

/** Borders between colours, ascending: one colour more than borders. They follow neither the data nor the zoom nor the length of the period (P4). */
export interface Scale {
  steps: readonly number[]
  colours: readonly Token[]
}

const HEAT: readonly Token[] = ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6']
const DIFFERENCE: readonly Token[] = ['diff-m3', 'diff-m2', 'diff-m1', 'diff-0', 'diff-p1', 'diff-p2', 'diff-p3']

/** Per month of 30.44 days. Cells are not smoothed as the atlas smooths, so that `km2` reaches further: one case in a cell of 250 m is 16 a km². */
export const DENSITY: Readonly<Record<PerWhat, Scale>> = {
  raw: { steps: [1, 2, 4, 8, 16], colours: HEAT },
  km2: { steps: [10, 20, 50, 100, 200], colours: HEAT },
  people: { steps: [1, 2.5, 5, 10, 20], colours: HEAT },
  asset: { steps: [0.02, 0.05, 0.1, 0.2, 0.5], colours: HEAT },
}

/** Percentage points of share. Below a tenth of a point nothing differs. */
export const SHARE: Scale = { steps: [-2, -0.5, -0.1, 0.1, 0.5, 2], colours: DIFFERENCE }

const HOUR = 60
/** Minutes since it was last inspected; never is the last colour. */
export const WAITED: Scale = { steps: [4 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR], colours: HEAT }

/** Standard errors of the deficit. */
export const SILENCE: Scale = { steps: [-3, -2, -1, 1, 2, 3], colours: DIFFERENCE }

/** Confidence after the control, signed. */
export const HOT: Scale = { steps: [-98, -94, -89, 89, 94, 98], colours: DIFFERENCE }

/** Cases after less cases before; one more or one less in a cell is chance. */
export const CAME: Scale = { steps: [-5.5, -2.5, -0.5, 0.5, 2.5, 5.5], colours: DIFFERENCE }

/** Counts of one period less another's, per km² and month. */
export const CHANGE: Scale = { steps: [-20, -10, -2, 2, 10, 20], colours: DIFFERENCE }

/** How many borders a value has reached, which is the number of its colour. */
export function stepOf(value: number, { steps }: Scale): number {
  let step = 0
  for (const border of steps) if (value >= border) step++
  return step
}

const MONTH_MS = (365.2425 / 12) * 86_400_000

/** How many months of 30.44 days lie between two instants. */
export const monthsOf = ({ from, to }: { from: string; to: string }): number =>
  Math.max(0, Date.parse(to) - Date.parse(from)) / MONTH_MS
