import type { DetailTags } from './detail-layer.ts'
import type { LookTable } from './look-table.ts'
import type { Pick } from './pick-rows.ts'
import { NAME_WORDS, PointTemplates } from './point-templates.ts'
import type { TileScratch } from './tile-scratch.ts'

const templates = new PointTemplates()

/** Values of a source-layer are numbered in three bytes here. */
const MOST_VALUES = 2 ** 21

/** One source-layer of points, in one pass over the picked rows; `named`: with their names. Coordinates are a shift: the world is 2³² wide
 *  and a tile 2¹². A feature is some seven words, its own numbers put into the template of its look. Stores of whole words into one array,
 *  for after a store through a DataView the compiler checks every array anew. Throws RangeError beyond two million things in a tile, one with names. */
export function writePoints(
  scratch: TileScratch,
  tags: DetailTags,
  { name, named }: { name: string; named: boolean },
  looks: LookTable,
  picks: readonly Pick[],
  z: number,
): void {
  scratch.begin(name)
  tags.begin(looks, picks)
  templates.make(looks, tags, named)
  const total = picks.reduce((sum, { count }) => sum + count, 0)
  if (tags.firstRow + (named ? 2 : 1) * total > MOST_VALUES)
    throw new RangeError(`${total} things are too many for a tile`)
  // Beyond zoom 20 a unit of the world is more than a pixel.
  const shift = Math.max(0, 20 - z)
  const inTile = z > 20 ? 2 ** (32 - z) - 1 : 4095
  const zigzag = Math.max(0, z - 20) + 1
  const { words, stride } = templates
  const nameWords = named ? NAME_WORDS : 0
  let value = tags.firstRow
  for (const pick of picks) {
    const { columns, rows, from, count } = pick
    scratch.reserve(count * (stride + nameWords) * 4 + 64)
    const { x, y, look, number } = columns
    const out = scratch.words
    let at = scratch.at >>> 2
    for (let i = 0; i < count; i++) {
      const row = rows ? (rows[i] as number) : (from + i) | 0
      const template = Math.imul(look[row] as number, stride)
      const id = sevens(number[row] as number) | 0x808080
      const ofId = sevens(value) | 0x8080
      out[at] = (words[(template + 1) | 0] as number) | (id << 24)
      out[(at + 1) | 0] = (id >>> 8) | 0x12000000
      out[(at + 2) | 0] = (words[(template + 2) | 0] as number) | (ofId << 16)
      let last = ofId >>> 16
      if (named) {
        const ofName = sevens(value + total) | 0x8080
        out[(at + 3) | 0] = last | 0x100 | (ofName << 16)
        last = ofName >>> 16
      }
      // The words of a usual tail: what they write over the end of a shorter one is written again, and longer ones are rare.
      const tail = (at + 3 + nameWords) | 0
      const end = (at + (words[template] as number) - 1) | 0
      out[tail] = (words[(template + 3) | 0] as number) | last
      out[(tail + 1) | 0] = words[(template + 4) | 0] as number
      out[(tail + 2) | 0] = words[(template + 5) | 0] as number
      const px = (((x[row] as number) >>> shift) & inTile) << zigzag
      const py = (((y[row] as number) >>> shift) & inTile) << zigzag
      out[end] = 0x800080 | (px & 0x7f) | ((px << 1) & 0x7f00) | ((py & 0x7f) << 16) | ((py << 17) & 0x7f000000)
      at = (end + 1) | 0
      value = (value + 1) | 0
    }
    if (templates.longTails) templates.fillLongTails(pick, out, scratch.at >>> 2)
    scratch.at = at * 4
  }
  tags.end(scratch, looks, picks, named)
  scratch.end()
}

/** A number below 2²⁸ with seven bits to a byte, the first lowest. */
const sevens = (value: number): number =>
  (value & 0x7f) | ((value << 1) & 0x7f00) | ((value << 2) & 0x7f0000) | ((value << 3) & 0x7f000000)
