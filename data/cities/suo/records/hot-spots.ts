import { type Random, random } from '../../town/random.ts'
import type { CaseKind } from './case-kind.ts'
import { CASE_KINDS } from './case-kinds.ts'
import { dayOf } from './clock.ts'
import { draftAt } from './draft-at.ts'
import type { CaseDraft } from './draft-case.ts'
import { spotsOfScene } from './pick-spot.ts'
import type { Spot, Town } from './town.ts'

interface Recipe {
  problem: string
  /** Which spots this trouble keeps coming back to. */
  likes: (spot: Spot) => number
  sources: readonly string[]
}

const busy = ({ busy, hidden }: Spot) => (hidden ? 0 : busy)
const inBackStreet = ({ hidden }: Spot) => (hidden ? 1 : 0)
const low = ({ asset, hidden }: Spot) => (asset?.fields.lowPlace === true && !hidden ? 1 : 0)
const anywhere = ({ hidden }: Spot) => (hidden ? 0 : 1)

/** 同一点反复: after each clearing the same problem is back at the same place. */
const RECIPES: readonly Recipe[] = [
  { problem: '垃圾箱满溢', likes: busy, sources: ['hotline-12345', 'patrol', 'video'] },
  { problem: '围墙外堆放生活垃圾', likes: inBackStreet, sources: ['citizen-snap', 'hotline-12345'] },
  { problem: '空地上有暴露垃圾', likes: inBackStreet, sources: ['hotline-12345', 'online-opinion', 'citizen-snap'] },
  { problem: '雨水箅子堵塞，路边积水', likes: low, sources: ['hotline-12345', 'patrol', 'citizen-snap'] },
  { problem: '路灯时亮时灭', likes: anywhere, sources: ['hotline-12345', 'patrol', 'sensor'] },
  { problem: '大型货车路边乱停', likes: anywhere, sources: ['video', 'patrol', 'hotline-12345'] },
  { problem: '摊位占用人行道', likes: busy, sources: ['patrol', 'citizen-snap', 'video'] },
  { problem: '夜间歌舞声扰民', likes: busy, sources: ['hotline-12345', 'mayor-hotline'] },
]

export interface HotSpot {
  kind: CaseKind
  problem: string
  spot: Spot
  sources: readonly string[]
  /** The days on which it is reported again. */
  days: ReadonlySet<number>
}

/** Days between two reports of the same spot: now, and before the platform was much used. */
const GAP = { recent: [9, 15], before: [26, 50] } as const
const SINCE = dayOf('2025-05-01')

function daysOf(dice: Random, recentFrom: number, until: number): Set<number> {
  const days = new Set<number>()
  for (let day = SINCE + dice.int(0, 40); day < recentFrom; day += dice.int(...GAP.before)) days.add(day)
  for (let day = recentFrom + dice.int(0, 8); day <= until; day += dice.int(...GAP.recent)) days.add(day)
  return days
}

const APART_METRES = 120

/** The places that the town keeps coming back to, about eight. `recentFrom` and `until` are days; the reports up to a day
 *  do not depend on a later `until`. */
export function findHotSpots(town: Town, seed: number, recentFrom: number, until: number): HotSpot[] {
  const found: HotSpot[] = []
  const far = (spot: Spot) => found.every((other) => metres(town, spot, other.spot) > APART_METRES)
  for (const { problem, likes, sources } of RECIPES) {
    const kind = CASE_KINDS.find(({ problems }) => problems.includes(problem))
    const dice = random(seed, `hot spot ${problem} ${found.length}`)
    const liked = kind ? spotsOfScene(town, kind.scene).filter((spot) => likes(spot) > 0 && far(spot)) : []
    const best = liked.sort((a, b) => likes(b) - likes(a)).slice(0, Math.max(1, Math.ceil(liked.length / 20)))
    if (kind === undefined || best.length === 0) continue
    found.push({ kind, problem, spot: dice.pick(best), sources, days: daysOf(dice, recentFrom, until) })
  }
  return found
}

/** The reports of one day from the hot spots. */
export const reportsAgain = (town: Town, seed: number, spots: readonly HotSpot[], day: number): CaseDraft[] =>
  spots.flatMap(({ kind, problem, spot, sources, days }, i) => {
    if (!days.has(day)) return []
    const dice = random(seed, `hot ${i} ${day}`)
    return [{ ...draftAt(town, kind, spot, dice.pick(sources), day, dice), problem }]
  })

const metres = (town: Town, a: Spot, b: Spot) => {
  const [x, y] = town.plane(a.location)
  const [u, v] = town.plane(b.location)
  return Math.hypot(u - x, v - y)
}
