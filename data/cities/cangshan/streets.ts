import { type Line, type Point, type Ring, ringArea } from '../town/geometry.ts'
import { lineLength } from '../town/line.ts'
import { random } from '../town/random.ts'
import { SegmentIndex } from '../town/segment-index.ts'
import { BlockSplitter, type SplitStyle } from '../town/split-blocks.ts'
import { type Community, type Parted, partCommunities } from './communities.ts'
import { BLOCK_STYLES } from './districts.ts'
import type { Skeleton } from './network.ts'
import { ROAD_SHAPES, type RoadClass } from './road-classes.ts'
import { nameRoads } from './road-names.ts'

/** One stretch of a road. */
export interface Road {
  line: Line
  /** The one that a lane lies in. */
  community?: Community
  class: RoadClass
  /** Empty for a way inside an estate. */
  name: string
  ref: string
  /** Carriageway, m. */
  width: number
}

export interface Streets {
  /** All stretches on the island, without canals. */
  roads: Road[]
  canals: Road[]
  communities: Community[]
  hills: Parted['hills']
  /** Ground between streets, each with the community it belongs to; none for a splinter. */
  faces: { ring: Ring; community?: Community }[]
}

/** Communities between the large roads, then blocks inside each, and a name for whatever has one. */
export function makeStreets(seed: number, skeleton: Skeleton): Streets {
  const splitter = new BlockSplitter(random(seed, 'lanes'), { bent: true })
  const parted = partCommunities(skeleton, splitter, random(seed, 'communities'))
  const chance = random(seed, 'blocks')
  const lanes: { class: RoadClass; line: Line; community: Community }[] = []
  const faces: Streets['faces'] = parted.leftOver.map((ring) => ({ ring }))
  for (const community of parted.communities) {
    const style = BLOCK_STYLES[community.theme]
    const before = splitter.cuts.length
    const target = style.target * chance.range(0.8, 1.3)
    for (const ring of splitFully(splitter, community.ring, { ...style, target })) faces.push({ ring, community })
    for (const { line, cutArea } of splitter.cuts.slice(before))
      lanes.push({ line, community, class: isStreet(cutArea, community) ? 'street' : 'lane' })
  }
  const canalIndex = new SegmentIndex<true>()
  const canals = skeleton.streets.filter((street) => street.class === 'canal')
  for (const { line } of canals) canalIndex.add(line, true)
  const onLand = (line: Line): Line => keptFromWater(line, (place) => canalIndex.nearest(place, 1.5) === true)
  const drawn: Drawn[] = [
    ...skeleton.streets.filter((street) => street.class !== 'canal').map((street) => ({ ref: '', ...street })),
    ...[...parted.streets, ...lanes].map((street) => ({ ...street, line: onLand(street.line), name: '', ref: '' })),
  ].filter(({ line }) => lineLength(line) > 12)
  const named = nameRoads(drawn, random(seed, 'names'))
  const roadOf = (street: Drawn): Road => ({
    line: street.line,
    ...(street.community ? { community: street.community } : {}),
    class: street.class,
    name: street.name,
    ref: street.ref,
    width: ROAD_SHAPES[street.class].carriageway,
  })
  return {
    roads: named.map(roadOf),
    canals: canals.map((canal) => roadOf({ ref: '', ...canal })),
    communities: parted.communities,
    hills: parted.hills,
    faces,
  }
}

interface Drawn extends Pick<Road, 'line' | 'class' | 'name' | 'ref' | 'community'> {}

/** Again, with more tilt, where ground was left that is far too large. */
function splitFully(splitter: BlockSplitter, ring: Ring, style: SplitStyle, again = 4): Ring[] {
  return splitter
    .split(ring, style)
    .flatMap((part) =>
      again > 0 && ringArea(part) > 2.2 * style.target
        ? splitFully(splitter, part, { ...style, tilt: style.tilt + 0.3 }, again - 1)
        : [part],
    )
}

const isStreet = (cutArea: number, { theme }: Community): boolean => cutArea > 135_000 && theme !== 'fields'

// A street that comes to a canal ends this far from its middle: on the path along it.
const SHORT_OF_CANAL = ROAD_SHAPES.canal.carriageway / 2 + 4

function keptFromWater(line: Line, isCanal: (place: Point) => boolean): Line {
  const cutStart = (way: Line): Line => {
    const [a, b] = way
    if (!a || !b || !isCanal(a)) return way
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length <= SHORT_OF_CANAL) return way.length > 2 ? cutStart([a, ...way.slice(2)]) : []
    const share = SHORT_OF_CANAL / length
    return [[a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], ...way.slice(1)]
  }
  return cutStart(cutStart(line).toReversed()).toReversed()
}
