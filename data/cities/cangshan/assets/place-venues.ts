import { dateIn } from '../../town/dates.ts'
import { around, between, distance, type Point } from '../../town/geometry.ts'
import { shuffled } from '../../town/random.ts'
import { statusBy } from '../../town/statuses.ts'
import type { Block } from '../blocks.ts'
import type { Needs } from './needs.ts'
import { placeFuelStations, placeOfficesAndTemples } from './place-single-venues.ts'

/** 门前三包: shops with one code each (一户一码); the figure of the yearly report. */
const SHOPS = 5000
/** Inspected trades that rent a shop too: how many, and what the bureau calls them. Numbers made up. */
const TRADES: [kind: string, count: number, words: string[]][] = [
  ['internet-cafe', 46, ['网吧', '网咖', '电竞馆']],
  ['entertainment', 62, ['歌厅', '台球室', '棋牌室', '电玩城']],
  ['bookshop', 18, ['书店', '书屋']],
  ['publication-seller', 35, ['报刊亭', '文具书刊店', '音像店']],
  ['print-shop', 70, ['打印复印店', '图文广告店']],
  ['restaurant', 240, ['闽菜馆', '鱼丸店', '锅边店', '拌面扁肉店', '海鲜酒楼', '川菜馆', '火锅店']],
  ['hotel', 85, ['宾馆', '酒店', '招待所']],
  ['gas-user', 40, ['学生食堂', '职工食堂']],
]
const SHOP_WORDS =
  '便利店 水果店 五金店 理发店 药店 服装店 手机店 粮油店 早餐店 奶茶店 花店 洗车店 干洗店 建材店 茶叶店 烟酒店 母婴店 眼镜店 宠物店 修车铺 裁缝店 面包店 彩票店 渔具店'.split(
    ' ',
  )
/** Width of a shop, and how far inside the edge of the block its door is marked, m. */
const SHOP_METRES = 8
const INSIDE = 2.4

interface Unit {
  place: Point
  road: string
}

/** Rows of shops along whole block fronts, as they are: busy streets full of them and others without. */
export function placeVenues(needs: Needs): void {
  const { projection, register } = needs
  const chance = needs.chance('venues')
  const counts = new Map<string, number>()
  const add = (kind: string, word: string, { place, road }: Unit) => {
    const key = `${road} ${word}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const status = statusBy(chance, 'normal', { hazard: 0.006, rectifying: 0.006, closed: 0.015, due: 0.02 })
    register.add({
      layer: 'venues',
      name: `${key} ${count} 号`,
      status,
      code: 'L0701',
      geometry: projection.point(place),
      fields: {
        kind,
        road,
        lastInspectedOn: dateIn(chance, 2025, 2025),
        openHazards: status === 'hazard' ? 1 : 0,
      },
    })
  }
  const trades = TRADES.flatMap(([kind, count, words]) => Array.from({ length: count }, () => ({ kind, words })))
  const units = unitsOf(needs, SHOPS + trades.length)
  const chosen = shuffled(units, chance)
  trades.forEach(({ kind, words }, i) => {
    add(kind, chance.pick(words), chosen[i] as Unit)
  })
  chosen.slice(trades.length, trades.length + SHOPS).forEach((unit) => {
    add('street-shop', chance.pick(SHOP_WORDS), unit)
  })
  placeFuelStations(needs)
  placeOfficesAndTemples(needs)
}

/** `count` shop doors, front by front, the busiest fronts first. Throws when the district has fewer. */
function unitsOf(needs: Needs, count: number): Unit[] {
  const chance = needs.chance('fronts')
  const fronts = needs.district.blocks.flatMap((block) => {
    const liveliness = { mixed: 3, market: 3, court: 1, apartment: 1.1 }[block.use as string]
    return liveliness ? [{ block, rank: chance.next() ** (1 / liveliness) }] : []
  })
  const units: Unit[] = []
  for (const { block } of fronts.sort((a, b) => b.rank - a.rank)) {
    if (units.length >= count) break
    units.push(...frontUnits(block, needs))
  }
  if (units.length < count) throw new Error(`there are ${units.length} shops, and not ${count}`)
  return units
}

function frontUnits({ ring, centre }: Block, { district, isFree }: Needs): Unit[] {
  return ring.flatMap((a, i) => {
    const b = around(ring, i + 1)
    const length = distance(a, b)
    const road = district.roads.nearest(between(a, b, 0.5), 22)
    if (length < 16 || !road || road.name === '' || road.class === 'national') return []
    const count = Math.floor((length - 6) / SHOP_METRES)
    return Array.from({ length: count }, (_, k): Unit => {
      const door = between(a, b, (3 + (k + 0.5) * SHOP_METRES) / length)
      const inward = INSIDE / Math.max(INSIDE, distance(door, centre))
      return { place: between(door, centre, inward), road: road.name }
    }).filter(({ place }) => isFree(place))
  })
}
