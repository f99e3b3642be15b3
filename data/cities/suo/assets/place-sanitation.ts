import { centroid, distance, first, type Point, type Ring } from '../../town/geometry.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Block } from '../blocks.ts'
import type { Town } from '../build-town.ts'
import type { LandUse } from '../land-use.ts'
import { doorstepOf } from './doorstep.ts'
import type { Needs } from './needs.ts'

const KIOSKS = 40
const TOILETS = 16
const TOILET_APART = 170
/** Where many people come, in the order in which a toilet is built there. */
const BUSY: LandUse[] = [
  'bus-station',
  'market',
  'plaza',
  'park',
  'hospital',
  'stadium',
  'government',
  'strip',
  'mixed',
]

/** Sorting kiosks in the thickest-lived blocks. `communityAt` names the community of a place. */
export function placeKiosks(needs: Needs, communityAt: (place: Point) => string): void {
  const { town, projection, register } = needs
  const chance = needs.chance('kiosks')
  const blocks = [...town.blocks].sort((a, b) => b.population - a.population).slice(0, KIOSKS)
  const counts = new Map<string, number>()
  for (const block of blocks) {
    const door = doorstepOf(needs, first(block.polygon), chance.next())
    if (!door) continue
    const community = communityAt(block.centre)
    const count = (counts.get(community) ?? 0) + 1
    counts.set(community, count)
    register.add({
      layer: 'kiosks',
      name: `${community} ${count} 号分类投放亭`,
      status: statusBy(chance, 'open', { full: 0.02, closed: 0.04 }),
      code: '03004',
      geometry: projection.point(door.place),
      fields: {
        community,
        keepers: chance.chance(0.8) ? 1 : 2,
        hasCamera: chance.chance(0.85),
        openHours: '06:30–09:00, 18:00–20:30',
      },
    })
  }
}

/** Toilets at public places first, then along the busy streets, never two near each other. */
export function placeToilets(needs: Needs): void {
  const { town, projection, register, chance: chanceOf } = needs
  const chance = chanceOf('toilets')
  const placed: Point[] = []
  const wishes = [
    ...BUSY.flatMap((use) => town.blocks.filter((block) => block.use === use)),
    ...town.blocks.filter(({ use }) => use === 'court'),
  ]
  for (const block of wishes) {
    if (placed.length === TOILETS) return
    const door = doorstepOf(needs, first(block.polygon), chance.next())
    if (!door || placed.some((other) => distance(other, door.place) < TOILET_APART)) continue
    placed.push(door.place)
    const grade = placed.length <= 3 ? 'class-1' : chance.chance(0.6) ? 'class-2' : 'class-3'
    register.add({
      layer: 'toilets',
      name: block.name ? `${block.name}公厕` : `${door.road} 公厕 ${placed.length} 号`,
      status: statusBy(chance, 'open', { cleaning: 0.06 }),
      code: '03001',
      geometry: projection.point(door.place),
      fields: {
        grade,
        seats: grade === 'class-1' ? chance.int(18, 26) : grade === 'class-2' ? chance.int(10, 16) : chance.int(5, 8),
        openHours: grade === 'class-1' ? '00:00–24:00' : '06:00–22:00',
        road: door.road,
      },
    })
  }
}

export function placeTransferStations(needs: Needs): void {
  const { town, roads, projection, register } = needs
  const depot = town.blocks.find(({ use }) => use === 'depot')
  const west = town.blocks.find(({ name }) => name === '扶贫产业园')
  const sites: [string, Block | undefined, number][] = [
    ['城东垃圾转运站', depot, 30],
    ['城西垃圾转运站', west, 20],
  ]
  for (const [name, block, capacityTpd] of sites) {
    if (!block) continue
    const place = houseOn(town, block)
    register.add({
      layer: 'transfer-stations',
      name,
      status: 'normal',
      code: 'L0301',
      geometry: projection.point(place),
      fields: { capacityTpd, road: roads.nearestNamed(place, 160)?.name ?? '' },
    })
  }
}

/** Middle of the first house on a block. */
function houseOn({ site }: Town, block: Block): Point {
  const ring: Ring | undefined = site.buildings.find((building) => building.block === block)?.ring
  return centroid(ring ?? first(block.polygon))
}

export function placeSewagePlant({ town, projection, register }: Needs): void {
  for (const { polygon, name } of town.blocks.filter(({ use }) => use === 'sewage'))
    register.add({
      layer: 'sewage-plants',
      name: `索县${name}`,
      status: 'defects',
      code: 'L0401',
      geometry: projection.polygon(polygon),
      fields: { capacityM3d: 2500, openDefects: 4 },
    })
}
