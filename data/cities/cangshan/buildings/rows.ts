import { northFrame, tightFrame } from '../../town/frame.ts'
import type { Ring } from '../../town/geometry.ts'
import type { Random } from '../../town/random.ts'
import { type Building, type BuildingKind, standing } from './building.ts'

type Span = readonly [number, number]

/** Long houses in rows that face south. */
export interface SlabRows {
  kind: BuildingKind
  depth: number
  length: Span
  /** From one row to the next, and between two houses of a row, m. */
  pitch: number
  gap: number
  floors: Span
}

export function slabRows(ground: Ring, rows: SlabRows, chance: Random): Building[] {
  const frame = northFrame(ground)
  if (!frame) return []
  const out: Building[] = []
  const floors = chance.int(rows.floors[0], rows.floors[1])
  const length = chance.range(rows.length[0], rows.length[1])
  const slack = (frame.height - rows.depth) % rows.pitch
  for (let y = frame.y0 + slack / 2; y + rows.depth <= frame.y1 + 0.01; y += rows.pitch)
    for (let x = frame.x0; x + 12 < frame.x1; ) {
      const ring = [1, 0.7, 0.45]
        .map((share) => standing(frame, ground, [x, y, length * share, rows.depth]))
        .find((corners) => corners !== undefined)
      if (!ring) {
        x += 5
        continue
      }
      out.push({ ring, kind: rows.kind, floors: Math.max(1, floors + chance.int(-1, 1)) })
      x += Math.hypot((ring[1]?.[0] ?? 0) - (ring[0]?.[0] ?? 0), (ring[1]?.[1] ?? 0) - (ring[0]?.[1] ?? 0)) + rows.gap
    }
  return out
}

/** Point towers spread evenly over the ground, every second row moved by half a step where there is room, so that each sees
 *  past the other. */
export function towers(ground: Ring, chance: Random): Building[] {
  const frame = northFrame(ground)
  if (!frame) return []
  const [width, depth] = [chance.range(25, 32), chance.range(16, 20)]
  const columns = Math.max(1, Math.round((frame.width - width) / chance.range(38, 46)))
  const rows = Math.max(1, Math.round((frame.height - depth) / chance.range(38, 46)))
  const [step, pitch] = [(frame.width - width) / columns, (frame.height - depth) / rows]
  const floors = chance.int(18, 33)
  const out: Building[] = []
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const aside = columns > 2 && row % 2 === 1 ? step / 2 : 0
      const [x, y] = [frame.x0 + column * step + aside, frame.y0 + row * pitch]
      const ring = [0, 4, -4, 9, -9]
        .map((moved) => standing(frame, ground, [x + moved, y + moved / 2, width, depth]))
        .find((corners) => corners !== undefined)
      if (ring) out.push({ ring, kind: 'apartment', floors: floors + chance.int(-2, 2) })
    }
  return out
}

/** Houses wall to wall in short rows, as in old quarters and in villages that the city has grown around. */
export function houses(ground: Ring, free: number, chance: Random): Building[] {
  const frame = tightFrame(ground)
  if (!frame) return []
  const out: Building[] = []
  for (let y = frame.y0 + 0.4; y + 7 < frame.y1; ) {
    const depth = chance.range(9.5, 13)
    for (let x = frame.x0 + 0.4; x + 7 < frame.x1; ) {
      const width = chance.range(9, 24)
      const deep = depth * chance.range(0.78, 1)
      const ring =
        standing(frame, ground, [x, y, width, deep]) ?? standing(frame, ground, [x, y, width * 0.55, deep * 0.8])
      if (ring && !chance.chance(free)) out.push({ ring, kind: 'house', floors: chance.int(2, 6) })
      x += ring ? width + (chance.chance(0.35) ? chance.range(2.2, 4) : 0.9) : 4
    }
    y += depth + chance.range(1.6, 3.4)
  }
  return out
}
