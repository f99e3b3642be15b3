import { dateIn } from '../../town/dates.ts'
import { between, centroid, type Point } from '../../town/geometry.ts'
import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import { MONASTERY_NAME } from '../monastery.ts'
import type { Building } from '../site.ts'
import type { Needs } from './needs.ts'

/** Inspected trades that rent a shop: how many, and what the bureau calls them. */
const TRADES: [kind: string, count: number, words: string[]][] = [
  ['internet-cafe', 8, ['网吧', '网咖']],
  ['entertainment', 14, ['朗玛厅', '歌舞厅', '台球室', '棋牌室']],
  ['bookshop', 2, ['书店']],
  ['publication-seller', 9, ['音像书刊店', '报刊文具店']],
  ['print-shop', 10, ['打印复印店', '图文广告店']],
  ['restaurant', 16, ['藏餐馆', '川菜馆', '面馆', '茶馆']],
  ['hotel', 9, ['宾馆', '招待所']],
  ['gas-user', 3, ['食堂']],
]
const STREET_SHOPS = 640
const SHOP_WORDS = [
  '便民商店',
  '藏装店',
  '小卖部',
  '五金店',
  '甜茶馆',
  '理发店',
  '摩托车修理店',
  '药店',
  '服装店',
  '手机店',
  '粮油店',
  '水果店',
  '酥油店',
  '建材店',
  '洗车店',
  '干洗店',
]
/** A row house at least this long holds two shops, m. */
const TWO_SHOPS = 15

interface Unit {
  place: Point
  road: string
  class: string
}

/** Every venue stands in a shop that the town has, at its own door. Names are kinds and numbers: nobody's. */
export function placeVenues(needs: Needs): void {
  const { town, projection, register } = needs
  const chance = needs.chance('venues')
  const counts = new Map<string, number>()
  const add = (kind: string, name: string, place: Point, road: string) =>
    register.add({
      layer: 'venues',
      name,
      status: statusBy(chance, 'normal', { closed: 0.015, due: 0.02 }),
      code: 'L0701',
      geometry: projection.point(place),
      fields: { kind, road, lastInspectedOn: dateIn(chance, 2023, 2023), openHazards: 0 },
    })
  const trade = (kind: string, word: string, { place, road }: Unit) => {
    const key = `${road} ${word}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    add(kind, `${key} ${count} 号`, place, road)
  }
  const units = shuffled(unitsOf(needs), chance)
  // Trades that people look for stand on the large streets.
  const prominent = units.filter((unit) => unit.class === 'main' || unit.class === 'secondary')
  const taken = new Set<Unit>()
  for (const [kind, count, words] of TRADES)
    for (let i = 0; i < count; i++) {
      const unit = prominent.find((other) => !taken.has(other))
      if (!unit) break
      taken.add(unit)
      trade(kind, chance.pick(words), unit)
    }
  for (const unit of units.filter((other) => !taken.has(other)).slice(0, STREET_SHOPS))
    trade('street-shop', chance.pick(SHOP_WORDS), unit)
  for (const { kind, name, place } of town.fuelStations) add(kind, name, place, 'G317')
  add('temple', MONASTERY_NAME.zh, town.monastery.place, '朝圣路')
  for (const office of officesOf(needs)) add('office', office.name, office.place, office.road)
}

function unitsOf({ town, roads }: Needs): Unit[] {
  return town.site.buildings.flatMap(({ ring, front }: Building) => {
    if (!front) return []
    const road = front.street || roads.nearestNamed(front.place, 60)?.name
    if (!road) return []
    const middle = centroid(ring)
    const long = Math.max(...ring.map((p) => Math.hypot(p[0] - middle[0], p[1] - middle[1]))) * 1.7
    const inDoor = between(front.place, middle, 0.3)
    if (long < TWO_SHOPS) return [{ place: inDoor, road, class: front.class }]
    const across: Point = [-(middle[1] - front.place[1]), middle[0] - front.place[0]]
    const length = Math.hypot(...across) || 1
    return [-1, 1].map((side) => ({
      place: [
        inDoor[0] + (side * across[0] * long) / 4 / length,
        inDoor[1] + (side * across[1] * long) / 4 / length,
      ] as Point,
      road,
      class: front.class,
    }))
  })
}

/** Offices with a canteen on gas. */
function officesOf({ town, roads }: Needs): (Unit & { name: string })[] {
  const kinds = ['government', 'hospital', 'school', 'police', 'fire', 'utility', 'bus-station']
  return town.blocks
    .filter(({ use }) => kinds.includes(use))
    .flatMap((block) => {
      const house = town.site.buildings.find((building) => building.block === block)
      const place = centroid(house?.ring ?? block.polygon[0] ?? [])
      return { name: `${block.name}食堂`, place, road: roads.nearestNamed(place, 160)?.name ?? '', class: 'main' }
    })
}
