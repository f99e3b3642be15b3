import { centroid, isInside, type Line, type Point, type Ring, ringArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { BlockSplitter } from '../town/split-blocks.ts'
import { COMMUNITY_SIZE, districtOf, type Theme, themeOf } from './districts.ts'
import type { Skeleton } from './network.ts'
import type { RoadClass } from './road-classes.ts'

/** 社区 of the district: the figure of its yearly report. */
export const COMMUNITY_COUNT = 649

/** The ground between streets that one community, and one inspector, answers for. */
export interface Community {
  ring: Ring
  centre: Point
  area: number
  theme: Theme
}

export interface Parted {
  communities: Community[]
  /** Faces too small for one, and hills. */
  leftOver: Ring[]
  hills: { name: string; ring: Ring }[]
  /** The streets that part communities. */
  streets: { class: RoadClass; line: Line }[]
}

// A face smaller than this is a splinter between two roads, m².
const SPLINTER = 22_000
// A street that cuts a piece larger than this is a through road, m².
const THROUGH = 420_000

/** Parts the faces of the skeleton, always the one that is largest for its district, until there are as many as there are
 *  communities: so that the number is exact and the sizes are even. */
export function partCommunities(skeleton: Skeleton, splitter: BlockSplitter, chance: Random): Parted {
  const waiting: Waiting[] = []
  const done: Ring[] = []
  const leftOver: Ring[] = []
  const hills: Parted['hills'] = []
  const streets: Parted['streets'] = []
  for (const { ring } of skeleton.faces) {
    const hill = skeleton.feet.find((foot) => isInside(centroid(ring), foot.ring))
    if (hill) hills.push({ name: hill.hill.name, ring })
    else if (ringArea(ring) < SPLINTER) leftOver.push(ring)
    else put(waiting, ring)
  }
  while (waiting.length + done.length < COMMUNITY_COUNT) {
    const largest = waiting.pop()
    if (!largest) throw new Error(`the district cannot be parted into ${COMMUNITY_COUNT} communities`)
    const area = ringArea(largest.ring)
    const cut = cutSomehow(splitter, largest.ring, area)
    if (!cut) {
      done.push(largest.ring)
      continue
    }
    streets.push({ class: area > THROUGH ? 'secondary' : 'street', line: cut.line })
    for (const part of cut.parts) put(waiting, part)
  }
  const communities = [...done, ...waiting.map(({ ring }) => ring)].map((ring): Community => {
    const centre = centroid(ring)
    return { ring, centre, area: ringArea(ring), theme: themeOf(centre, chance) }
  })
  return { communities: inReadingOrder(communities), leftOver, hills, streets }
}

/** A cut with more and more tilt: what bends round a hill has no straight way across. */
function cutSomehow(splitter: BlockSplitter, ring: Ring, area: number) {
  for (const tilt of [0.06, 0.06, 0.2, 0.4, 0.8, 1.2]) {
    const cut = splitter.cut(ring, { target: area * (tilt > 0.1 ? 0.6 : 1), tilt, bow: 0.035 })
    if (cut) return cut
  }
  return undefined
}

interface Waiting {
  ring: Ring
  need: number
}

/** Keeps the largest need at the end. */
function put(waiting: Waiting[], ring: Ring): void {
  const need = ringArea(ring) / COMMUNITY_SIZE[districtOf(centroid(ring))]
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle]?.need ?? 0) < need) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, { ring, need })
}

/** From west to east in strips of a kilometre: numbers of neighbours are near each other. */
const inReadingOrder = (communities: Community[]): Community[] =>
  communities.sort(
    (a, b) => Math.floor(a.centre[0] / 1000) - Math.floor(b.centre[0] / 1000) || b.centre[1] - a.centre[1],
  )
