import { difference, intersection, offset } from '../town/clipping.ts'
import { clamp } from '../town/curve.ts'
import { tightFrame } from '../town/frame.ts'
import {
  around,
  between,
  distance,
  distanceToSegment,
  first,
  type Line,
  polygonArea,
  type Ring,
} from '../town/geometry.ts'
import { along, lineLength } from '../town/line.ts'
import type { Random } from '../town/random.ts'
import type { Block, BlockSide } from './blocks.ts'
import { halfWidth, type RoadClass } from './road-classes.ts'
import { build, type Site } from './site.ts'

export interface ShopRow {
  classes: RoadClass[]
  depth: [low: number, high: number]
  length: [low: number, high: number]
  floors: number
}

interface Run {
  line: Line
  side: BlockSide
  angle: number
}

/** Shops shoulder to shoulder along the sides of a block that face streets of the given classes. Depth and height change
 *  along the row, with gateways now and then. Returns what was built, so that the rest can keep clear. */
export function buildShops(site: Site, block: Block, row: ShopRow, chance: Random): Ring[] {
  const placed: Ring[] = []
  const ground = offset([block.polygon], -0.6)
  if (ground.length === 0) return placed
  for (const { line, side } of runsOf(block)) {
    const length = lineLength(line)
    if (!row.classes.includes(side.class) || length < 22) continue
    let at = chance.range(1, 4)
    let depth = chance.range(...row.depth)
    let floors = chance.int(2, row.floors)
    while (at < length - 9) {
      const unit = Math.min(chance.range(...row.length), length - at - 1)
      if (unit < 8) break
      const a = along(line, at).place
      const b = along(line, at + unit).place
      const inward = [-((b[1] - a[1]) / unit) * depth, ((b[0] - a[0]) / unit) * depth] as const
      const plot: Ring = [a, b, [b[0] + inward[0], b[1] + inward[1]], [a[0] + inward[0], a[1] + inward[1]]]
      let shops = intersection([[plot]], ground)
      if (placed.length > 0)
        shops = difference(
          shops,
          offset(
            placed.slice(-12).map((ring) => [ring]),
            0.05,
          ),
        )
      for (const shop of shops) {
        const ring = first(shop)
        if (polygonArea(shop) <= 40 || (tightFrame(ring)?.height ?? 0) <= 5) continue
        const front = { place: between(a, b, 0.5), street: side.street, class: side.class }
        build(site, { ring, kind: 'shop', floors, block, front })
        placed.push(ring)
      }
      at += unit
      if (chance.chance(0.3)) {
        at += chance.range(3.5, 6)
        depth = chance.range(...row.depth)
        floors = chance.int(2, row.floors)
      } else if (chance.chance(0.45)) {
        depth = clamp(depth + chance.range(-1.5, 1.5), ...row.depth)
        floors = chance.int(2, row.floors)
      }
    }
  }
  return placed
}

/** The outline of a block in runs without a sharp corner, each with the street that it faces. */
function runsOf(block: Block): Run[] {
  const ring = first(block.polygon)
  const runs: Run[] = []
  ring.forEach((a, i) => {
    const b = around(ring, i + 1)
    if (distance(a, b) < 0.2) return
    const middle = between(a, b, 0.5)
    const clear = (side: BlockSide) => distanceToSegment(middle, side.a, side.b) - halfWidth(side.class)
    const side = block.sides.reduce((best, other) => (clear(other) < clear(best) ? other : best))
    const angle = Math.atan2(b[1] - a[1], b[0] - a[0])
    const run = runs[runs.length - 1]
    const turn = run ? Math.abs(Math.atan2(Math.sin(angle - run.angle), Math.cos(angle - run.angle))) : Math.PI
    if (run && turn < 0.3 && run.side.class === side.class && run.side.street === side.street) {
      run.line.push(b)
      run.angle = angle
    } else runs.push({ line: [a, b], side, angle })
  })
  return runs
}
