import { type Ring, ringArea } from '../../town/geometry.ts'
import { statusBy } from '../../town/statuses.ts'
import { riversideStrips } from '../riverside.ts'
import type { Needs } from './needs.ts'

const KINDS = { park: '公园', 'pocket-park': '口袋公园', strip: '带状绿地', riverside: '滨江绿地' } as const
const WATERING: Record<keyof typeof KINDS, string> = {
  park: '每日一次',
  'pocket-park': '每日一次',
  strip: '每周两次',
  riverside: '每周三次',
}
// Larger green blocks are pocket parks, smaller ones strips between roads, m².
const POCKET = 1500

/** Parks, green blocks, hills and the park along the shore. */
export function placeGreens(needs: Needs): void {
  const { district, projection, register, nearestRoad } = needs
  const chance = needs.chance('greens')
  const counts = new Map<string, number>()
  const add = (kind: keyof typeof KINDS, base: string, ring: Ring) => {
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    const areaM2 = Math.round(ringArea(ring))
    register.add({
      layer: 'green-spaces',
      name: `${base} ${count} 段`,
      status: statusBy(chance, 'normal', { dry: 0.04, damaged: 0.006 }),
      code: '04013',
      geometry: projection.polygon([ring]),
      fields: { kind, areaM2, watering: WATERING[kind] },
    })
  }
  for (const { name, ring } of district.streets.hills) add('park', `${name}公园`, ring)
  for (const { use, area, ring, centre } of district.blocks) {
    const kind = use === 'park' ? 'park' : area > POCKET ? 'pocket-park' : 'strip'
    if (use === 'park' || use === 'green') add(kind, `${nearestRoad(centre)}${KINDS[kind]}`, ring)
  }
  for (const { ring, road } of riversideStrips(district)) add('riverside', `${road}${KINDS.riverside}`, ring)
}
