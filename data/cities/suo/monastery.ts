import { buffer, sharedArea } from '../town/clipping.ts'
import { frameAt, rectangle } from '../town/frame.ts'
import { blob, type Line, type Point, type Ring } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import { MONASTERY } from './outside-roads.ts'
import { fits, overlaps } from './placing.ts'
import { type BuildingKind, build, type Site } from './site.ts'
import type { Valley } from './valley.ts'

export const MONASTERY_NAME = { zh: '赞丹塔林寺', en: 'Zandan Monastery' }

/** Assembly hall with its back hall, side halls, small ones in front: x0, y0, x1, y1 in the monastery's frame. */
const HALLS: [number, number, number, number][] = [
  [-24, 8, 24, 44],
  [-17, 44, 17, 58],
  [-64, 14, -38, 38],
  [40, 18, 70, 40],
  [-20, -34, -4, -20],
  [6, -34, 22, -20],
]

/** Halls, eight stupas and monks' cells inside a wall on the spur. Returns the monastery's gate side. */
export function buildMonastery(site: Site, valley: Valley, track: Line, chance: Random): { place: Point; ring: Ring } {
  const foot = valley.northWidth(MONASTERY.s)
  const frame = frameAt(valley.at(MONASTERY.s, foot + MONASTERY.above), valley.angleAt(MONASTERY.s) + 0.12)
  const taken: Ring[] = []
  const put = (ring: Ring, kind: BuildingKind, floors: number) => {
    taken.push(ring)
    build(site, { ring, kind, floors })
  }
  for (const [x0, y0, x1, y1] of HALLS) put(rectangle(frame, x0, y0, x1, y1), 'monastery', 3)
  for (let i = 0; i < 8; i++) put(rectangle(frame, -60 + i * 8.4, -54, -55.5 + i * 8.4, -49.5), 'stupa', 1)
  const wall = blob(22, (a) =>
    frame.at(120 * Math.cos(a) * (1 + 0.12 * Math.sin(2 * a + 1)), -2 + 78 * Math.sin(a) * (1 + 0.1 * Math.cos(3 * a))),
  )
  site.walls.push({ ring: wall, kind: 'compound' })
  site.yards.push({ ring: wall, kind: 'monastery', name: MONASTERY_NAME.zh })
  const way = buffer([track], 4)
  for (let k = 0; k < 420; k++) {
    const a = chance.range(0, 2 * Math.PI)
    const r = Math.sqrt(chance.next()) * 0.95
    const [x, y] = [120 * r * Math.cos(a), -2 + 78 * r * Math.sin(a)]
    const [w, h] = [chance.range(7, 13) / 2, chance.range(5.5, 8) / 2]
    // The court before the assembly hall stays free.
    if (Math.hypot(x, y + 5) < 46 && y < 8) continue
    const clear = rectangle(frame, x - w - 0.9, y - h - 1.4, x + w + 0.9, y + h + 1.4)
    if (!fits(clear, [[wall]]) || overlaps(clear, taken) || sharedArea([[clear]], way) > 0) continue
    put(rectangle(frame, x - w, y - h, x + w, y + h), 'cell', chance.int(1, 2))
  }
  return { place: frame.at(0, -70), ring: wall }
}
