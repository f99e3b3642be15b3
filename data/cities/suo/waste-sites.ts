import { blob, type Point, type Ring } from '../town/geometry.ts'
import type { Valley } from './valley.ts'

export type WasteKind = 'temporary-dump' | 'designated' | 'disposal' | 'building-site'

export interface WasteSite {
  name: string
  kind: WasteKind
  place: Point
  ring: Ring
}

/** [name, kind, s, t or metres above the foot of the northern slope, size] */
const PLANS: [string, WasteKind, number, { t?: number; above?: number }, number][] = [
  ['西滩建筑垃圾偷倒点', 'temporary-dump', -1960, { t: 118 }, 1],
  ['东滩建筑垃圾堆放点', 'designated', 1960, { t: 120 }, 1.2],
  ['南岸建筑垃圾堆放点', 'designated', 830, { t: -215 }, 1.1],
  ['桥西建筑垃圾堆放点', 'designated', -955, { t: -175 }, 1],
  ['石料场建筑垃圾消纳场', 'disposal', 2280, { above: 62 }, 2],
]

/** Heaps where such things are: on the river flats and at a quarry. Building sites come from the town's own blocks. */
export function findWasteSites(valley: Valley): WasteSite[] {
  return PLANS.map(([name, kind, s, { t, above = 0 }, size]) => {
    const place = valley.at(s, t ?? valley.northWidth(s) + above)
    const ring = blob(13, (a) => [
      place[0] + size * (22 + 7 * Math.sin(3 * a + s)) * Math.cos(a),
      place[1] + size * (15 + 5 * Math.cos(2 * a)) * Math.sin(a),
    ])
    return { name, kind, place, ring }
  })
}
