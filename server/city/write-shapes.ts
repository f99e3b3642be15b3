import { BUFFER } from './buffer.ts'
import type { Flat } from './clip.ts'
import type { DetailTags } from './detail-layer.ts'
import type { LayerRows } from './layer-rows.ts'
import type { Pick } from './pick-rows.ts'
import { tileGeometry } from './tile-geometry.ts'
import { TileScratch } from './tile-scratch.ts'

const [LINE, POLYGON] = [2, 3]
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 15]

/** The feature at hand: its length stands before it. */
const feature = new TileScratch()
const geometry = new TileScratch()

/** One source-layer of lines or polygons. Rows of which nothing is in the tile are left out; undefined when none is left. */
export function writeShapes(
  scratch: TileScratch,
  tags: DetailTags,
  { layer, looks }: LayerRows,
  picks: readonly Pick[],
  z: number,
  x: number,
  y: number,
): Buffer<ArrayBuffer> | undefined {
  scratch.begin(layer.id)
  tags.begin(looks, picks)
  let value = tags.firstRow
  for (const pick of picks) {
    const { shapes, look, number } = pick.columns
    let written = 0
    for (let at = 0; at < pick.count; at++) {
      const row = pick.rows[at] as number
      const { polygon, parts } = shapes
        ? tileGeometry(shapes, row, z, x, y, BUFFER * 4096)
        : { polygon: false, parts: [] }
      if (parts.length === 0) continue
      writeFeature(number[row] as number, tags, look[row] as number, value, polygon, parts)
      scratch.reserve(feature.at + 8)
      scratch.bytes[scratch.at++] = 0x12
      scratch.varint(feature.at)
      scratch.raw(feature.bytes.subarray(0, feature.at))
      pick.rows[written++] = row
      value += 2
    }
    pick.count = written
  }
  if (value === tags.firstRow) return undefined
  tags.end(scratch, looks, picks)
  return scratch.end()
}

function writeFeature(
  id: number,
  tags: DetailTags,
  look: number,
  value: number,
  polygon: boolean,
  parts: Flat[],
): void {
  feature.at = 0
  feature.head(0x08, id)
  const from = look * tags.stride
  const tail = tags.tails.subarray(from, from + (tags.lengths[look] as number))
  feature.head(0x12, 2 + varintLength(value) + varintLength(value + 1) + tail.length)
  feature.head(0, value)
  feature.head(1, value + 1)
  feature.raw(tail)
  feature.head(0x18, polygon ? POLYGON : LINE)
  writeGeometry(parts, polygon)
  feature.head(0x22, geometry.at)
  feature.raw(geometry.bytes.subarray(0, geometry.at))
}

const varintLength = (value: number): number => (value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4)

const zigzag = (step: number): number => (step << 1) ^ (step >> 31)

/** MVT 2.1, 4.3: move to the first point, lines to the others, and for a ring back. */
function writeGeometry(parts: Flat[], polygon: boolean): void {
  geometry.at = 0
  let [x, y] = [0, 0]
  for (const part of parts) {
    geometry.reserve(part.length * 5 + 16)
    geometry.varint((1 << 3) | MOVE_TO)
    for (let at = 0; at < part.length; at += 2) {
      if (at === 2) geometry.varint(((part.length / 2 - 1) << 3) | LINE_TO)
      const [nextX, nextY] = [part[at] as number, part[at + 1] as number]
      geometry.varint(zigzag(nextX - x))
      geometry.varint(zigzag(nextY - y))
      ;[x, y] = [nextX, nextY]
    }
    if (polygon) geometry.varint(CLOSE_PATH)
  }
}
