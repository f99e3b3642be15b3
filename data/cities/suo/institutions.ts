import type { LandUse } from './land-use.ts'

/** A public place that the town must have: it takes the free block nearest to its wish, by place and by size. */
export interface Institution {
  name: string
  nameEn: string
  use: LandUse
  s: number
  u: number
  /** m² */
  area: number
  /** How early its name appears on the map, 1 first. */
  rank: number
}

type Row = [name: string, nameEn: string, use: LandUse, s: number, u: number, area: number, rank: number]

const ROWS: Row[] = [
  ['索县人民政府', 'County Government', 'government', -170, 0.46, 17000, 1],
  ['索县人民医院', "People's Hospital", 'hospital', -640, 0.48, 15000, 2],
  ['索县中学', 'Suo Middle School', 'school', -1090, 0.45, 26000, 2],
  ['索县第一小学', 'No. 1 Primary School', 'school', 250, 0.27, 13000, 2],
  ['索县第二小学', 'No. 2 Primary School', 'school', 1040, 0.5, 12000, 2],
  ['索县幼儿园', 'Kindergarten', 'kindergarten', -380, 0.26, 6500, 4],
  ['索县汽车客运站', 'Bus Station', 'bus-station', -1230, 0.8, 14000, 2],
  ['农贸市场', "Farmers' Market", 'market', 80, 0.42, 8000, 2],
  ['索县公安局', 'Public Security Bureau', 'police', 250, 0.55, 7000, 3],
  ['文化广场', 'Culture Square', 'plaza', -160, 0.09, 9000, 2],
  ['民族体育场', 'Stadium', 'stadium', 830, 0.3, 15000, 3],
  ['索县藏医院', 'Tibetan Medicine Hospital', 'hospital', 480, 0.74, 8000, 2],
  ['职业教育中心', 'Vocational School', 'school', -880, 0.16, 17000, 2],
  ['消防救援站', 'Fire Station', 'fire', 1010, 0.72, 7000, 4],
  ['供电公司', 'Power Company', 'utility', -900, 0.75, 8000, 4],
  ['县自来水厂', 'Water Works', 'utility', 1640, 0.5, 11000, 4],
  ['污水处理厂', 'Sewage Plant', 'sewage', 1720, 0.06, 12000, 4],
  ['物流园', 'Logistics Park', 'logistics', -1640, 0.5, 26000, 3],
  ['停车货运区', 'Truck Yard', 'truck', -1700, 0.85, 24000, 3],
  ['市政环卫中心', 'Sanitation Depot', 'depot', 1290, 0.8, 9000, 4],
  ['人民公园', "People's Park", 'park', -300, 0.55, 9000, 3],
  ['青稞加工厂', 'Barley Mill', 'industry', 1550, 0.8, 10000, 4],
  ['扶贫产业园', 'Industrial Park', 'industry', -1530, 0.3, 22000, 4],
  ['安居小区', 'Anju Estate', 'apartment', -1290, 0.28, 15000, 4],
  ['格桑花园', 'Gesang Garden', 'apartment', -620, 0.27, 11000, 4],
  ['滨河小区', 'Binhe Estate', 'apartment', 420, 0.09, 10000, 4],
  ['雪域嘉园', 'Xueyu Estate', 'apartment', 560, 0.42, 9000, 4],
  ['嘎青路安居二期工地', 'Anju Phase Two Site', 'building-site', -1130, 0.2, 9500, 4],
  ['雪域路商业街工地', 'Xueyu Road Site', 'building-site', 430, 0.62, 6500, 4],
  ['索县第三小学', 'No. 3 Primary School', 'school', -180, -0.9, 9000, 3],
]

export const INSTITUTIONS: Institution[] = ROWS.map(([name, nameEn, use, s, u, area, rank]) => ({
  name,
  nameEn,
  use,
  s,
  u,
  area,
  rank,
}))
