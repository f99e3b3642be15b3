import { northFrame, rectangle } from '../../town/frame.ts'
import { type Point, type Ring, ringArea } from '../../town/geometry.ts'
import { shrunkBySides } from '../../town/half-planes.ts'
import type { Random } from '../../town/random.ts'
import type { Block } from '../blocks.ts'
import type { LandUse } from '../land-use.ts'
import { fits, type Site, standing } from './building.ts'
import { fronts } from './fronts.ts'
import { houses, type SlabRows, slabRows, towers } from './rows.ts'

const FLATS: SlabRows = { kind: 'apartment', depth: 12, length: [34, 62], pitch: 29, gap: 9, floors: [6, 11] }
const OLD_FLATS: SlabRows = { kind: 'apartment', depth: 10.5, length: [28, 46], pitch: 23, gap: 6, floors: [5, 7] }
const OFFICES: SlabRows = { kind: 'civic', depth: 19, length: [30, 54], pitch: 46, gap: 16, floors: [8, 24] }
const CLASSROOMS: SlabRows = { kind: 'school', depth: 13, length: [36, 70], pitch: 36, gap: 14, floors: [4, 6] }
const SHEDS: SlabRows = { kind: 'industry', depth: 30, length: [46, 88], pitch: 40, gap: 10, floors: [1, 2] }
const WARDS: SlabRows = { kind: 'hospital', depth: 17, length: [40, 66], pitch: 34, gap: 12, floors: [6, 16] }

const inset = (ring: Ring, metres: number): Ring => shrunkBySides(ring, () => metres)

type Builder = (site: Site, block: Block, chance: Random) => void

const rows =
  (kind: SlabRows, margin: number): Builder =>
  (site, { ring }, chance) => {
    site.buildings.push(...slabRows(inset(ring, margin), kind, chance))
  }

const BUILDERS: Partial<Record<LandUse, Builder>> = {
  court: (site, { ring, community }, chance) => {
    site.buildings.push(...houses(inset(ring, 0.8), community?.theme === 'fields' ? 0.45 : 0.06, chance))
  },
  mixed: (site, { ring, area }, chance) => {
    const ground = inset(ring, 1)
    site.buildings.push(...fronts(ground, [3, 7], chance))
    if (area > 2500) site.buildings.push(...slabRows(inset(ring, 17), OLD_FLATS, chance))
  },
  apartment: (site, { ring, area, community }, chance) => {
    const high = community?.theme !== 'mixed' && area > 6000 && chance.chance(0.55)
    site.buildings.push(...(high ? towers(inset(ring, 6), chance) : slabRows(inset(ring, 5), FLATS, chance)))
    const garden = high ? inset(ring, 15) : []
    if (garden.length > 2) site.pitches.push({ ring: garden, kind: 'garden' })
  },
  office: rows(OFFICES, 9),
  government: rows({ ...OFFICES, kind: 'government' }, 10),
  hospital: rows(WARDS, 8),
  industry: rows(SHEDS, 6),
  school: buildSchool,
  market: (site, { ring, area }, chance) => {
    const hall = inset(ring, area > 9000 ? 14 : 7)
    if (ringArea(hall) > 300) site.buildings.push({ ring: hall, kind: 'market', floors: chance.int(2, 5) })
  },
  plaza: (site, { ring }) => {
    site.yards.push({ ring, kind: 'plaza' })
  },
  'building-site': (site, { ring }, chance) => {
    site.yards.push({ ring: inset(ring, 2), kind: 'work' })
    site.buildings.push(...slabRows(inset(ring, 16), { ...FLATS, pitch: 52, length: [24, 32] }, chance).slice(0, 3))
  },
}

/** Puts on every block what its use asks for. Blocks keep clear of streets, so buildings do; the few that do not, where
 *  a splinter of ground lies between two roads, are taken down again.
 *  @param isStreet whether a place is on a carriageway */
export function buildBlocks(blocks: readonly Block[], chance: Random, isStreet: (place: Point) => boolean): Site {
  const site: Site = { buildings: [], pitches: [], yards: [] }
  for (const block of blocks) BUILDERS[block.use]?.(site, block, chance)
  return { ...site, buildings: site.buildings.filter(({ ring }) => !ring.some(isStreet)) }
}

/** Running tracks, with the straights that make them what they are, m. */
const TRACKS: [length: number, width: number][] = [
  [172, 92],
  [128, 70],
  [96, 46],
]

/** A track at one end, class rooms in rows on the rest. */
function buildSchool(site: Site, { ring }: Block, chance: Random): void {
  const ground = inset(ring, 7)
  const frame = northFrame(ground)
  if (!frame) return
  const track = TRACKS.flatMap(([length, width]) => {
    const [w, h] = frame.width > frame.height ? [length, width] : [width, length]
    const places: [number, number][] = [
      [frame.x0 + 3, frame.y0 + 3],
      [frame.x1 - w - 3, frame.y0 + 3],
      [frame.x0 + 3, frame.y1 - h - 3],
      [frame.x1 - w - 3, frame.y1 - h - 3],
      [frame.x0 + (frame.width - w) / 2, frame.y0 + 4],
    ]
    if (w * h > 0.42 * ringArea(ground)) return []
    return places.flatMap(([x, y]) => {
      const corners = standing(frame, ground, [x, y, w, h])
      return corners ? [{ x, y, w, h }] : []
    })
  })[0]
  if (track) {
    const { x, y, w, h } = track
    site.pitches.push({ ring: stadium(frame.at, x, y, w, h, 0), kind: 'track' })
    site.pitches.push({ ring: stadium(frame.at, x, y, w, h, 9), kind: 'pitch' })
  }
  const taken = track && rectangle(frame, track.x - 8, track.y - 8, track.x + track.w + 8, track.y + track.h + 8)
  const clear = slabRows(ground, CLASSROOMS, chance).filter(
    (house) => !taken || !(house.ring.some((corner) => fits([corner], taken)) || fits([middleOf(house.ring)], taken)),
  )
  site.buildings.push(...clear)
}

const middleOf = (ring: Ring): Ring[number] => {
  const [a, , c] = ring
  return a && c ? [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2] : [0, 0]
}

/** A rectangle with round ends, drawn in by `inner` metres. */
function stadium(
  at: (x: number, y: number) => Ring[number],
  x: number,
  y: number,
  w: number,
  h: number,
  inner: number,
): Ring {
  const radius = Math.min(w, h) / 2 - inner
  const straight = Math.max(w, h) / 2 - Math.min(w, h) / 2
  const [cx, cy] = [x + w / 2, y + h / 2]
  return Array.from({ length: 32 }, (_, k) => {
    const angle = ((k + 0.5) / 32) * 2 * Math.PI - Math.PI / 2
    const end = Math.cos(angle) >= 0 ? straight : -straight
    const [u, v] = [end + radius * Math.cos(angle), radius * Math.sin(angle)]
    return w > h ? at(cx + u, cy + v) : at(cx + v, cy + u)
  })
}
