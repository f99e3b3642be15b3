import { type Frame, rectangle, tightFrame } from '../town/frame.ts'
import { first, type Point, type Polygon, type Ring, ringArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { fits } from './placing.ts'
import { compound } from './public-buildings.ts'
import type { Site } from './site.ts'
import { buildSlabs } from './slabs.ts'

/** A running track on one side, as large as fits, and classrooms or stands on the rest. */
export function buildSchool(site: Site, block: Block, chance: Random): void {
  const place = compound(site, block, 5)
  const frame = place && tightFrame(first(place.ground[0] ?? block.polygon))
  if (!place || !frame) return
  const stadium = block.use === 'stadium'
  const track = trackIn(frame, place.ground, stadium ? block.area : 0.3 * block.area)
  if (track) {
    const { x, y, straight, radius, ring } = track
    const reach = straight + radius + 3
    site.pitches.push({ ring, kind: 'track' })
    site.pitches.push({
      ring: rectangle(frame, x - straight, y - radius * 0.68, x + straight, y + radius * 0.68),
      kind: 'pitch',
    })
    place.taken.push(rectangle(frame, x - reach, y - radius - 3, x + reach, y + radius + 3))
  }
  if (stadium)
    buildSlabs(
      site,
      block,
      place.ground,
      { kind: 'civic', depth: 12, length: [20, 32], gap: 12, pitch: 30, floors: [1, 2], margin: 0 },
      place.taken,
      chance,
    )
  else
    buildSlabs(
      site,
      block,
      place.ground,
      { kind: 'school', depth: 12, length: [26, 46], gap: 9, pitch: 24, floors: [3, 4], margin: 0 },
      place.taken,
      chance,
    )
}

interface Track {
  x: number
  y: number
  /** Half the straight, and the radius of the bends, m. */
  straight: number
  radius: number
  ring: Ring
}

const TRACKS: [straight: number, radius: number][] = [
  [42, 32],
  [34, 26],
  [29, 22],
  [25, 19],
  [21, 16],
  [17, 13],
  [12, 10],
]

function trackIn(frame: Frame, ground: Polygon[], largest: number): Track | undefined {
  for (const [straight, radius] of TRACKS)
    for (const shareX of [0.24, 0.76, 0.3, 0.7, 0.36, 0.64, 0.5])
      for (const shareY of [0.5, 0.4, 0.6]) {
        const x = frame.x0 + frame.width * shareX
        const y = frame.y0 + frame.height * shareY
        const bend = (side: number) => (_: unknown, i: number) => {
          const a = (side * Math.PI) / 2 + (Math.PI * i) / 16
          return frame.at(x - side * straight + radius * Math.cos(a), y + radius * Math.sin(a))
        }
        const ring: Point[] = [...Array.from({ length: 17 }, bend(-1)), ...Array.from({ length: 17 }, bend(1))]
        if (ringArea(ring) < largest && fits(ring, ground)) return { x, y, straight, radius, ring }
      }
  return undefined
}
