import { around, between, type Point, type Ring, ringArea } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Block } from '../blocks.ts'
import type { Needs } from './needs.ts'
import { spread } from './spread.ts'

/** 建筑垃圾资源化利用厂 of the yearly report; the other numbers are made up. */
const RECYCLING_PLANTS = 5
const DUMPS = 22
const DESIGNATED = 40
const TRUCK_PARKS = 14
const HOT_SPOTS = 36

export function placeWasteSites(needs: Needs): void {
  const { district, projection, register, nearestRoad, nameOf } = needs
  const chance = needs.chance('waste')
  const add = (
    name: string,
    kind: string,
    status: string,
    ring: Ring,
    area: number,
    perM2: number,
    permitted: boolean,
  ) =>
    register.add({
      layer: 'construction-waste',
      name,
      status,
      code: 'L0601',
      geometry: projection.polygon([ring]),
      fields: { kind, areaM2: Math.round(area), tonnes: Math.round(area * perM2), permitted },
    })
  const villageOf = ({ community }: Block) => (community ? nameOf(community).name : '')
  const sites = district.blocks.filter(({ use }) => use === 'building-site')
  sites.forEach(({ ring, area, centre }, i) => {
    const status = statusBy(chance, 'in-order', { 'to-clear': 0.04, clearing: 0.04 })
    add(`${nearestRoad(centre)}工地 ${i + 1} 号`, 'building-site', status, ring, area, 0.02, true)
  })
  const works = district.blocks.filter(({ use, area }) => use === 'industry' && area > 6000)
  const plants = spread(shuffled(works, chance), RECYCLING_PLANTS, 2500)
  plants.forEach((block, i) => {
    add(`建筑垃圾资源化利用 ${i + 1} 厂`, 'disposal', 'in-order', block.ring, block.area, 0.6, true)
  })
  const open = district.blocks.filter(({ use, area }) => (use === 'field' || use === 'green') && area > 900)
  const corners = spread(shuffled(open, chance), DUMPS + DESIGNATED, 900)
  corners.forEach((block, i) => {
    const ring = corner(block, 0.25)
    const dump = i < DUMPS
    const status = dump ? statusBy(chance, 'to-clear', { clearing: 0.3 }) : 'in-order'
    const name = dump ? `${villageOf(block)}偷倒点 ${i + 1}` : `${villageOf(block)}建筑垃圾堆放点 ${i - DUMPS + 1}`
    add(name, dump ? 'temporary-dump' : 'designated', status, ring, ringArea(ring), 0.14, !dump)
  })
}

/** A quarter of a block, drawn in from one of its corners. */
function corner({ ring, centre }: Block, share: number): Ring {
  const at = ring[0] as Point
  const [before, after] = [around(ring, -1), around(ring, 1)]
  return [
    between(at, centre, 0.08),
    between(at, after, share),
    between(at, centre, share * 2),
    between(at, before, share),
  ]
}

export function placeTruckParks(needs: Needs): void {
  const { district, projection, register, nearestRoad } = needs
  const chance = needs.chance('trucks')
  const ground = district.blocks.filter(
    ({ use, area }) => ['industry', 'field', 'building-site'].includes(use) && area > 5000 && area < 40_000,
  )
  for (const [i, { ring, area, centre }] of spread(shuffled(ground, chance), TRUCK_PARKS, 1800).entries()) {
    const bays = Math.round(area / 110)
    const occupied = Math.round(bays * chance.range(0.4, 1))
    const status = occupied >= bays ? 'full' : occupied >= 0.85 * bays ? 'nearly-full' : 'free'
    register.add({
      layer: 'truck-parking',
      name: `${nearestRoad(centre)}大型车辆停车场 ${i + 1} 号`,
      status,
      code: '02001',
      geometry: projection.polygon([ring]),
      fields: {
        ...{ kind: chance.chance(0.75) ? 'truck-park' : 'machine-park', bays, occupied },
        ...{ fenced: true, hardened: chance.chance(0.8), washBay: chance.chance(0.4) },
      },
    })
  }
}

/** Places beside the carriageway of large roads where trucks stand although they must not. */
export function placeTruckHotSpots(needs: Needs): void {
  const { district, projection, register, isFree } = needs
  const chance = needs.chance('truck hot spots')
  const wide = shuffled(
    district.streets.roads.filter(
      ({ class: kind, line }) => ['national', 'main'].includes(kind) && lineLength(line) > 300,
    ),
    chance,
  )
  const counts = new Map<string, number>()
  for (let i = 0, placed = 0; placed < HOT_SPOTS && i < HOT_SPOTS * 20; i++) {
    const road = wide[i % wide.length]
    if (!road) return
    const station = along(road.line, lineLength(road.line) * chance.range(0.1, 0.9))
    const place = leftOf(station, (chance.chance(0.5) ? 1 : -1) * (road.width / 2 + 1.6))
    if (!isFree(place)) continue
    const count = (counts.get(road.name) ?? 0) + 1
    counts.set(road.name, count)
    placed++
    const occupied = chance.chance(0.1)
    register.add({
      layer: 'truck-hot-spots',
      name: `${road.name}路边 ${count} 号点`,
      status: occupied ? 'occupied' : 'quiet',
      code: 'L0602',
      geometry: projection.point(place),
      fields: { road: road.name, limitHours: '07:00–22:00', machinesSeen: occupied ? chance.int(1, 4) : 0 },
    })
  }
}

/** 污水处理厂: made up, two of them at the water. */
export function placeSewagePlants(needs: Needs): void {
  const { district, projection, register } = needs
  const low = district.blocks.filter(({ use, area }) => (use === 'industry' || use === 'field') && area > 12_000)
  spread(shuffled(low, needs.chance('sewage')), 2, 6000).forEach(({ ring }, i) => {
    register.add({
      layer: 'sewage-plants',
      name: `仓山 ${i + 1} 号污水处理厂`,
      status: 'normal',
      code: 'L0401',
      geometry: projection.polygon([ring]),
      fields: { capacityM3d: i === 0 ? 150_000 : 100_000, openDefects: 0 },
    })
  })
}
