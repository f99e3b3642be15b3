import { frameAt, rectangle } from '../town/frame.ts'
import { distance, first, type Point, type Ring } from '../town/geometry.ts'
import { overlaps } from './placing.ts'
import { build, type Site } from './site.ts'
import { nationalRoadT, type Valley } from './valley.ts'

export interface FuelStation {
  name: string
  nameEn: string
  kind: 'petrol-station' | 'gas-station'
  place: Point
  ring: Ring
}

const PLANS: [name: string, nameEn: string, kind: FuelStation['kind'], s: number, side: 1 | -1][] = [
  ['西站加油站', 'West Petrol Station', 'petrol-station', -1600, 1],
  ['东郊加油站', 'East Petrol Station', 'petrol-station', 1690, -1],
  ['西郊加油站', 'Outer West Petrol Station', 'petrol-station', -2200, -1],
  ['东桥加油站', 'East Bridge Petrol Station', 'petrol-station', 2080, 1],
  ['西郊加气站', 'West Gas Station', 'gas-station', -2120, 1],
  ['东郊加气站', 'East Gas Station', 'gas-station', 1950, 1],
  ['城北液化气站', 'North Bottled-Gas Station', 'gas-station', -1890, 1],
  ['城东液化气站', 'East Bottled-Gas Station', 'gas-station', 2195, -1],
]

/** Canopy, house and apron beside the national road; what stood there goes. */
export function buildFuelStations(site: Site, valley: Valley): FuelStation[] {
  const roadT = nationalRoadT(valley)
  return PLANS.map(([name, nameEn, kind, s, side]) => {
    const centre = valley.at(s, roadT(s) + side * 34)
    const frame = frameAt(centre, valley.angleAt(s))
    const ground = rectangle(frame, -29, -21, 29, 21)
    site.buildings = site.buildings.filter(
      ({ ring }) => distance(first(ring), centre) > 70 || !overlaps(ring, [ground]),
    )
    site.walls = site.walls.filter(({ ring }) => distance(first(ring), centre) > 70 || !overlaps(ring, [ground]))
    site.yards.push({ ring: rectangle(frame, -26, -18, 26, 18), kind: 'apron', name })
    build(site, { ring: rectangle(frame, -11, -6, 11, 6), kind: 'canopy', floors: 1 })
    const back = side * 11.5
    build(site, { ring: rectangle(frame, -10, back - 3, 10, back + 3), kind: 'civic', floors: 1 })
    return { name, nameEn, kind, place: frame.at(0, back), ring: ground }
  })
}
