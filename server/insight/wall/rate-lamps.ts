import type { Layer } from '../../contract/layer.ts'
import type { WallFigures } from '../../contract/wall.ts'
import { percentOf } from './count-facts.ts'

/** 主干道 98 % (STANDARDS P9: 河北, 长沙; DOMAIN: the bureau's own indicator). */
export const LIT_TARGET = 98

/** 亮灯率: lamps not known to be dark among those of which it is known. A lamp that is off by plan is in order; one that was reported is dark until it
 *  is repaired; one that does not answer is in no rate. @param counts of things by status of the layer */
export function rateLamps(
  { statuses }: Pick<Layer, 'statuses'>,
  counts: ReadonlyMap<string, number>,
): Pick<WallFigures, 'lit' | 'dark' | 'unheard'> {
  const sums = { on: 0, dark: 0, unheard: 0 }
  for (const { id, state } of statuses)
    sums[state === 'normal' ? 'on' : state === 'unknown' ? 'unheard' : 'dark'] += counts.get(id) ?? 0
  const of = sums.on + sums.dark
  const lit = of + sums.unheard === 0 ? null : { on: sums.on, of, percent: percentOf(sums.on, of), target: LIT_TARGET }
  return { lit, dark: sums.dark, unheard: sums.unheard }
}
