import { offset } from '../town/clipping.ts'
import { type Curve, lerp } from '../town/curve.ts'
import { frameAt, rectangle } from '../town/frame.ts'
import type { Point, Ring } from '../town/geometry.ts'
import { PolygonIndex } from '../town/polygon-index.ts'
import type { Random } from '../town/random.ts'
import { buildCourtyard } from './courtyards.ts'
import type { Obstacles } from './obstacles.ts'
import type { River } from './river.ts'
import type { Site } from './site.ts'
import { nationalRoadT, type Valley } from './valley.ts'

export interface Village {
  name: string
  nameEn: string
  centre: Point
}

interface Plan {
  name: string
  nameEn: string
  from: number
  to: number
  /** How many places are tried, and how deep the village lies behind its road, m. */
  tries: number
  depth: number
  /** The road it lies along, and on which side. */
  along: 'national' | 'south-track'
  side: 1 | -1
}

const PLANS: Plan[] = [
  { name: '', nameEn: '', from: -1350, to: -880, tries: 90, depth: 10, along: 'national', side: 1 },
  { name: '', nameEn: '', from: 560, to: 1480, tries: 150, depth: 14, along: 'national', side: 1 },
  {
    name: '嘎美村',
    nameEn: 'Gamei Village',
    from: -3150,
    to: -2570,
    tries: 170,
    depth: 120,
    along: 'national',
    side: -1,
  },
  { name: '', nameEn: '', from: -3050, to: -2590, tries: 60, depth: 50, along: 'national', side: 1 },
  {
    name: '亚龙村',
    nameEn: 'Yalong Village',
    from: -4600,
    to: -3900,
    tries: 150,
    depth: 110,
    along: 'national',
    side: -1,
  },
  { name: '热登村', nameEn: 'Redeng Village', from: 2250, to: 2560, tries: 60, depth: 70, along: 'national', side: -1 },
  {
    name: '荣布村',
    nameEn: 'Rongbu Village',
    from: 3150,
    to: 3900,
    tries: 170,
    depth: 130,
    along: 'national',
    side: -1,
  },
  {
    name: '巴琼村',
    nameEn: 'Baqiong Village',
    from: 5000,
    to: 5500,
    tries: 110,
    depth: 90,
    along: 'national',
    side: -1,
  },
  {
    name: '曲达村',
    nameEn: 'Quda Village',
    from: 1050,
    to: 1600,
    tries: 120,
    depth: 110,
    along: 'south-track',
    side: -1,
  },
  {
    name: '查仓村',
    nameEn: 'Chacang Village',
    from: -1750,
    to: -1150,
    tries: 120,
    depth: 110,
    along: 'south-track',
    side: -1,
  },
]

// Farmers build on the flat: no house where the ground rises more than this over 24 m.
const STEEPEST_RISE = 5

/** Houses scattered along a road, turned with it, thinner away from it. Returns the ground that they take. */
export function buildVillages(
  site: Site,
  {
    valley,
    river,
    heightAt,
    obstacles,
  }: { valley: Valley; river: River; heightAt: (p: Point) => number; obstacles: Obstacles },
  chance: Random,
): { villages: Village[]; plots: Ring[] } {
  const roadT = nationalRoadT(valley)
  const taken = new PolygonIndex(40)
  const plots: Ring[] = []
  const plotAt = (plan: Plan, baseT: Curve): Ring | undefined => {
    const s = lerp(plan.from, plan.to, chance.next())
    const centre = valley.at(s, baseT(s) + plan.side * (16 + plan.depth * chance.next() ** 1.35))
    const frame = frameAt(centre, valley.angleAt(s) + chance.range(-0.18, 0.18))
    const [w, h] = [chance.range(13, 22) / 2, chance.range(14, 20) / 2]
    const plot = rectangle(frame, -w, -h, w, h)
    const rise = heightAt([centre[0] + 12, centre[1]]) - heightAt([centre[0] - 12, centre[1]])
    if (Math.abs(rise) > STEEPEST_RISE || obstacles.hits([plot])) return undefined
    const clear = offset([[plot]], 1.2)[0]
    if (!clear || taken.hits(clear)) return undefined
    taken.add(clear, undefined)
    return plot
  }
  for (const plan of PLANS) {
    const baseT = (s: number) =>
      plan.along === 'south-track' ? river.southEdge(s) - 55 : roadT(s) + (plan.side > 0 ? 9 : 0)
    const own: Ring[] = []
    for (let i = 0; i < plan.tries; i++) {
      const plot = plotAt(plan, baseT)
      if (plot) own.push(plot)
    }
    for (const plot of own) buildCourtyard(site, plot, chance)
    plots.push(...own)
  }
  const villages = PLANS.filter(({ name }) => name !== '').map((plan) => {
    const s = (plan.from + plan.to) / 2
    const t = plan.along === 'south-track' ? river.southEdge(s) - 50 : roadT(s)
    return { name: plan.name, nameEn: plan.nameEn, centre: valley.at(s, t + plan.side * 70) }
  })
  return { villages, plots }
}
