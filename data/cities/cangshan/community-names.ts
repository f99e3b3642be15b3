import type { Point } from '../town/geometry.ts'
import { type Random, shuffled } from '../town/random.ts'
import type { Community } from './communities.ts'
import { makeWords } from './words.ts'

/** A community with its place in the hierarchy of codes. */
export interface NamedCommunity {
  community: Community
  name: string
  /** 街道 or 镇. */
  street: string
  /** The last six of twelve digits: street office or town, then the community. */
  code: string
}

// Real names of the district's 街道 (001 …) and 镇 (101 …); their ground is whatever lies nearest to these places, km.
export const STREETS: [name: string, code: number, x: number, y: number][] = [
  ['仓前街道', 1, 0, 1.75],
  ['上渡街道', 2, -1.9, 1.5],
  ['对湖街道', 3, -0.8, 1.1],
  ['临江街道', 4, 1.1, 2.2],
  ['下渡街道', 5, 2.2, 2],
  ['三叉街街道', 6, 1.2, 0.9],
  ['东升街道', 7, 2.6, 0.8],
  ['金山街道', 8, -4, 0.9],
  ['建新镇', 101, -6, 2],
  ['仓山镇', 102, -0.8, -0.5],
  ['盖山镇', 103, -0.8, -2.6],
  ['螺洲镇', 104, 1.4, -3.9],
  ['城门镇', 105, 4.9, -1.4],
]

/** Names made by rule, each once, and codes that run within a 街道 or 镇. */
export function nameCommunities(communities: readonly Community[], chance: Random): NamedCommunity[] {
  const words = shuffled(makeWords(chance), chance)
  const counts = new Map<number, number>()
  return communities.map((community, i) => {
    const [street, streetCode] = streetAt(community.centre)
    const number = (counts.get(streetCode) ?? 0) + 1
    counts.set(streetCode, number)
    const suffix = community.theme === 'village' || community.theme === 'fields' ? '村' : '社区'
    const digits = (value: number) => String(value).padStart(3, '0')
    return { community, street, name: `${words[i]}${suffix}`, code: `${digits(streetCode)}${digits(number)}` }
  })
}

function streetAt([x, y]: Point): (typeof STREETS)[number] {
  const away = ([, , u, v]: (typeof STREETS)[number]) => Math.hypot(x / 1000 - u, y / 1000 - v)
  return STREETS.reduce((best, other) => (away(other) < away(best) ? other : best))
}
