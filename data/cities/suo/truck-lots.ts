import { frameAt, rectangle } from '../town/frame.ts'
import { first, isInside, type Point, type Ring } from '../town/geometry.ts'
import type { Block } from './blocks.ts'
import { build, type Site } from './site.ts'
import { nationalRoadT, type Valley } from './valley.ts'

export interface TruckLot {
  name: string
  kind: 'truck-park' | 'machine-park'
  ring: Ring
  bays: number
}

/** The park for machines and a lorry lot beside the national road, and the truck yard of the logistics quarter. */
export function layTruckLots(site: Site, valley: Valley, blocks: Block[]): TruckLot[] {
  const roadside: TruckLot[] = [
    lotBeside(site, valley, { name: 'G317 机械停放场', kind: 'machine-park', s: -2462, side: -1, bay: [5, 14] }),
    lotBeside(site, valley, { name: '东郊货车停车场', kind: 'truck-park', s: 2950, side: -1, bay: [4, 17] }),
  ]
  const yard = blocks.find(({ use }) => use === 'truck')
  if (!yard) return roadside
  const ring = first(yard.polygon)
  const bays = site.yards.filter(({ kind, ring: bay }) => kind === 'bay' && isInside(first(bay), ring)).length
  return [...roadside, { name: '物流园大型车辆停车场', kind: 'truck-park', ring, bays }]
}

interface Plan {
  name: string
  kind: TruckLot['kind']
  s: number
  side: 1 | -1
  /** Size of a bay, m. */
  bay: [width: number, length: number]
}

function lotBeside(site: Site, valley: Valley, { name, kind, s, side, bay: [wide, long] }: Plan): TruckLot {
  const centre: Point = valley.at(s, nationalRoadT(valley)(s) + side * 52)
  const frame = frameAt(centre, valley.angleAt(s))
  const ring = rectangle(frame, -56, -32, 56, 32)
  site.walls.push({ ring, kind: 'compound' })
  site.yards.push({ ring, kind: kind === 'machine-park' ? 'machine' : 'truck', name })
  build(site, { ring: rectangle(frame, -53, -29, -43, -22), kind: 'civic', floors: 1 })
  let bays = 0
  for (const y of [-31 + long / 2 + 1, 31 - long / 2 - 1])
    for (let x = y < 0 ? -38 : -52; x + wide < 54; x += wide + 0.6) {
      site.yards.push({ ring: rectangle(frame, x, y - long / 2, x + wide, y + long / 2), kind: 'bay' })
      bays++
    }
  return { name, kind, ring, bays }
}
