import type { Layer } from '../../contract/layer.ts'
import type { WallFigures } from '../../contract/wall.ts'
import { percentOf } from './count-facts.ts'

/** 主干道 98 % (STANDARDS P9: 河北, 长沙; DOMAIN: the bureau's own indicator). */
export const LIT_TARGET = 98

type Counts = ReadonlyMap<string, number>
type Lamps = WallFigures['lamps']

const MOST_ROADS = 12

/** 亮灯率: lamps not known to be dark among those of which it is known. A lamp that is off by plan is in order; one that was reported is dark until it
 *  is repaired; one that does not answer is in no rate. @param counts of things by status of the layer */
export function rateLamps(
  { statuses }: Pick<Layer, 'statuses'>,
  counts: Counts,
): Pick<WallFigures, 'lit' | 'dark' | 'unheard'> {
  const { on, dark, unheard, percent } = rateOf(statuses, counts)
  const lit = on + dark + unheard === 0 ? null : { on, of: on + dark, percent, target: LIT_TARGET }
  return { lit, dark, unheard }
}

/** The same of the classes of roads, and of the roads that are darkest. @param byClass, byRoad counts by status, by value of the field */
export function rateRoads(
  { statuses, fields }: Pick<Layer, 'statuses' | 'fields'>,
  { byClass, byRoad }: { byClass: ReadonlyMap<string, Counts>; byRoad: ReadonlyMap<string, Counts> },
): Lamps {
  const choices = fields.find(({ key }) => key === 'roadClass')?.choices ?? []
  const classes = choices.flatMap(({ id, name }) => {
    const counts = byClass.get(id)
    return counts ? [{ id, name, ...rateOf(statuses, counts) }] : []
  })
  const roads = [...byRoad]
    .map(([road, counts]) => ({ road, ...rateOf(statuses, counts) }))
    .filter(({ road, dark, unheard }) => road !== '' && dark + unheard > 0)
    .sort((a, b) => b.dark - a.dark || b.unheard - a.unheard || (a.road < b.road ? -1 : 1))
  return { classes, roads: roads.slice(0, MOST_ROADS) }
}

function rateOf(statuses: Layer['statuses'], counts: Counts): Omit<Lamps['roads'][number], 'road'> {
  const sums = { on: 0, dark: 0, unheard: 0 }
  for (const { id, state } of statuses)
    sums[state === 'normal' ? 'on' : state === 'unknown' ? 'unheard' : 'dark'] += counts.get(id) ?? 0
  return { ...sums, percent: percentOf(sums.on, sums.on + sums.dark) }
}
