import { offset } from '../town/clipping.ts'
import { northFrame, rectangle } from '../town/frame.ts'
import { first, type Polygon, polygonArea, type Ring } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Block } from './blocks.ts'
import { fits, overlaps } from './placing.ts'
import { type BuildingKind, build, type Site } from './site.ts'

export interface SlabRows {
  kind: BuildingKind
  depth: number
  length: [low: number, high: number]
  /** Between two slabs of a row, and from one row to the next, m. */
  gap: number
  pitch: number
  floors: [low: number, high: number]
  /** Kept free at the edge, m. */
  margin: number
}

const EMPTY_ROW_STEP = 7

/** Long buildings in rows that face south. `taken` is what they keep clear of; it grows by what is built. */
export function buildSlabs(
  site: Site,
  block: Block,
  ground: Polygon[],
  rows: SlabRows,
  taken: Ring[],
  chance: Random,
): void {
  const inner = ground.flatMap((polygon) => offset([polygon], -rows.margin))
  const largest = inner.sort((a, b) => polygonArea(b) - polygonArea(a))[0]
  const frame = largest && northFrame(first(largest))
  if (!frame) return
  const [shortest, longest] = rows.length
  const half = rows.depth / 2
  for (let y = frame.y1 - half - chance.range(0, 4); y > frame.y0 + half; ) {
    const before = taken.length
    for (let x = frame.x0 + chance.range(0, 5); x < frame.x1 - shortest * 0.6; ) {
      const wish = chance.range(shortest, longest)
      const length = [wish, wish * 0.75, wish * 0.55].find((l) => {
        const ring = rectangle(frame, x, y - half, x + l, y + half)
        return l >= Math.min(13, shortest) && fits(ring, inner) && !overlaps(ring, taken)
      })
      if (length === undefined) {
        x += 4
        continue
      }
      const ring = rectangle(frame, x, y - half, x + length, y + half)
      build(site, { ring, kind: rows.kind, floors: chance.int(...rows.floors), block })
      taken.push(ring)
      x += length + chance.range(rows.gap, rows.gap + 5)
    }
    // In a crooked block the next row is tried close by until one fits.
    y -= taken.length > before ? rows.pitch + chance.range(0, 3) : EMPTY_ROW_STEP
  }
}
