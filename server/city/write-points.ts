import type { DetailTags } from './detail-layer.ts'
import type { LookTable } from './look-table.ts'
import type { Pick } from './pick-rows.ts'
import type { TileScratch } from './tile-scratch.ts'

/** Bytes of a point feature besides its tags' tail, at most, and what the last word writes over its end. */
const POINT_BYTES = 44

/** One source-layer of points, in one pass over the picked rows; `named`: with their names. Coordinates are a shift: the world is 2³² wide
 *  and a tile 2¹². Lengths are reckoned first, so that a feature is written in some ten words of four bytes, each over the unused end of
 *  the one before. */
export function writePoints(
  scratch: TileScratch,
  tags: DetailTags,
  { name, named }: { name: string; named: boolean },
  looks: LookTable,
  picks: readonly Pick[],
  z: number,
  tileX: number,
  tileY: number,
): void {
  scratch.begin(name)
  tags.begin(looks, picks)
  // Beyond zoom 20 a unit of the world is more than a pixel.
  const shift = Math.max(0, 20 - z)
  const grow = 2 ** Math.max(0, z - 20)
  const originX = (tileX * 4096) / grow
  const originY = (tileY * 4096) / grow
  const { tailView, lengths, stride } = tags
  let value = tags.firstRow
  let nameValue = value + picks.reduce((sum, { count }) => sum + count, 0)
  for (const { columns, rows, from, count } of picks) {
    scratch.reserve(count * (POINT_BYTES + stride))
    const { x, y, look, number } = columns
    const { view } = scratch
    let at = scratch.at
    for (let i = 0; i < count; i++) {
      const row = rows ? (rows[i] as number) : from + i
      const one = look[row] as number
      const id = number[row] as number
      const px = (((x[row] as number) >>> shift) - originX) * grow * 2
      const py = (((y[row] as number) >>> shift) - originY) * grow * 2
      const idLength = lengthOf(id)
      const valueLength = lengthOf(value)
      const nameLength = named ? 1 + lengthOf(nameValue) : 0
      const tailLength = lengths[one] as number
      const xLength = px > 0x7f ? 2 : 1
      const yLength = py > 0x7f ? 2 : 1
      const tagLength = 1 + valueLength + nameLength + tailLength
      const length = 8 + idLength + tagLength + xLength + yLength
      view.setUint32(at, 0x080012 | (length << 8), true)
      view.setUint32(at + 3, packed(id), true)
      at += 3 + idLength
      view.setUint32(at, 0x12 | (tagLength << 8), true)
      view.setUint32(at + 3, packed(value), true)
      at += 3 + valueLength
      if (named) {
        view.setUint8(at, 1)
        view.setUint32(at + 1, packed(nameValue++), true)
        at += nameLength
      }
      for (let byte = 0; byte < tailLength; byte += 4)
        view.setUint32(at + byte, tailView.getUint32(one * stride + byte, true), true)
      at += tailLength
      view.setUint32(at, 0x220118 | ((1 + xLength + yLength) << 24), true)
      view.setUint32(at + 4, 9 | (packed(px) << 8), true)
      at += 5 + xLength
      view.setUint32(at, packed(py), true)
      at += yLength
      value++
    }
    scratch.at = at
  }
  tags.end(scratch, looks, picks, named)
  scratch.end()
}

/** Bytes of a varint below 2²⁸. */
const lengthOf = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4)

/** A varint below 2²⁸ as a word, first byte lowest. */
function packed(value: number): number {
  if (value < 0x80) return value
  const two = (value & 0x7f) | 0x80 | ((value << 1) & 0x7f00)
  if (value < 0x4000) return two
  const three = two | 0x8000 | ((value << 2) & 0x7f0000)
  return value < 0x200000 ? three : three | 0x800000 | ((value << 3) & 0x7f000000)
}
