import { type Polygon, polygonArea } from '../../town/geometry.ts'
import { along, leftOf, lineLength } from '../../town/line.ts'
import type { WasteKind } from '../waste-sites.ts'
import type { Needs } from './needs.ts'

const WASTE: Record<WasteKind, { status: string; tonnesPerM2: number; permitted: boolean }> = {
  'temporary-dump': { status: 'to-clear', tonnesPerM2: 0.14, permitted: false },
  designated: { status: 'in-order', tonnesPerM2: 0.11, permitted: true },
  disposal: { status: 'in-order', tonnesPerM2: 0.5, permitted: true },
  'building-site': { status: 'in-order', tonnesPerM2: 0.02, permitted: true },
}

export function placeWasteSites({ town, projection, register }: Needs): void {
  const add = (name: string, kind: WasteKind, polygon: Polygon) => {
    const { status, tonnesPerM2, permitted } = WASTE[kind]
    const areaM2 = Math.round(polygonArea(polygon))
    register.add({
      layer: 'construction-waste',
      name,
      status,
      code: 'L0601',
      geometry: projection.polygon(polygon),
      fields: { kind, areaM2, tonnes: Math.round(areaM2 * tonnesPerM2), permitted },
    })
  }
  for (const { name, kind, ring } of town.wasteSites) add(name, kind, [ring])
  for (const { name, polygon } of town.blocks.filter(({ use }) => use === 'building-site'))
    add(name, 'building-site', polygon)
}

/** From this share of its bays on a lot is nearly full. */
const NEARLY_FULL = 0.85

export function placeTruckLots({ town, projection, register, chance: chanceOf }: Needs): void {
  const chance = chanceOf('truck lots')
  for (const { name, kind, ring, bays } of town.truckLots) {
    const occupied = Math.round(bays * chance.range(0.4, 0.8))
    register.add({
      layer: 'truck-parking',
      name,
      status: occupied >= NEARLY_FULL * bays ? 'nearly-full' : 'free',
      code: '02001',
      geometry: projection.polygon([ring]),
      fields: { kind, bays, occupied, fenced: true, hardened: kind === 'truck-park', washBay: name.includes('物流') },
    })
  }
}

/** [road, share of its way through the town, words, side] */
const HOT_SPOTS: [string, number, string, 1 | -1][] = [
  ['G317', 0.12, 'G317 城西空地', 1],
  ['G317', 0.5, 'G317 人民路口以东路肩', 1],
  ['G317', 0.83, 'G317 东郊加油站旁', -1],
  ['嘎青路', 0.1, '嘎青路西段路边', -1],
  ['迎宾大道', 0.85, '迎宾大道北口', 1],
]

/** Places beside the carriageway where trucks stand although they must not. */
export function placeTruckHotSpots({ town, ids, projection, register }: Needs): void {
  for (const [road, share, name, side] of HOT_SPOTS) {
    const named = ids.roads.find((other) => other.name === road)
    const line = named?.lines.flat().filter((place) => Math.abs(town.valley.across(place).s) < 2000)
    if (!named || !line) continue
    const place = leftOf(along(line, lineLength(line) * share), side * (named.width / 2 + 1.5))
    register.add({
      layer: 'truck-hot-spots',
      name,
      status: 'quiet',
      code: 'L0602',
      geometry: projection.point(place),
      fields: { road, limitHours: road === 'G317' ? '00:00–24:00' : '07:00–22:00', machinesSeen: 0 },
    })
  }
}
