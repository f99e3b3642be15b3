import { BUFFER } from './buffer.ts'
import type { Flat } from './clip.ts'
import type { DetailTags } from './detail-layer.ts'
import type { LayerRows } from './layer-rows.ts'
import { type Pick, rowAt } from './pick-rows.ts'
import { tileGeometry } from './tile-geometry.ts'
import { TileScratch } from './tile-scratch.ts'

const [LINE, POLYGON] = [2, 3]
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 15]

/** The feature at hand: its length stands before it. */
const feature = new TileScratch()
const geometry = new TileScratch()

/** One source-layer of lines or polygons, with their names. Rows of which nothing is in the tile are left out. */
export function writeShapes(
  scratch: TileScratch,
  tags: DetailTags,
  { layer, looks }: LayerRows,
  picks: readonly Pick[],
  z: number,
  x: number,
  y: number,
): void {
  const drawn = picks.flatMap((pick) => drawnIn(pick, z, x, y))
  if (drawn.length === 0) return
  const kept = drawn.map(({ pick }) => pick)
  scratch.begin(layer.id)
  tags.begin(looks, kept)
  drawn.forEach(({ pick: { columns, from }, polygon, parts }, at) => {
    const value = tags.firstRow + at
    writeFeature(
      columns.number[from] as number,
      tags,
      columns.look[from] as number,
      value,
      drawn.length,
      polygon,
      parts,
    )
    scratch.reserve(feature.at + 8)
    scratch.bytes[scratch.at++] = 0x12
    scratch.varint(feature.at)
    scratch.raw(feature.bytes.subarray(0, feature.at))
  })
  tags.end(scratch, looks, kept, true)
  scratch.end()
}

/** Rows of which something is in the tile, each as a pick of its own. */
function drawnIn(pick: Pick, z: number, x: number, y: number): { pick: Pick; polygon: boolean; parts: Flat[] }[] {
  const { columns } = pick
  const { shapes } = columns
  if (!shapes) return []
  return Array.from({ length: pick.count }, (_, at) => rowAt(pick, at)).flatMap((row) => {
    const { polygon, parts } = tileGeometry(shapes, row, z, x, y, BUFFER * 4096)
    return parts.length > 0 ? [{ pick: { columns, rows: undefined, from: row, count: 1 }, polygon, parts }] : []
  })
}

function writeFeature(
  id: number,
  tags: DetailTags,
  look: number,
  value: number,
  count: number,
  polygon: boolean,
  parts: Flat[],
): void {
  feature.at = 0
  feature.head(0x08, id)
  const from = look * tags.stride
  const tail = tags.tails.subarray(from, from + (tags.lengths[look] as number))
  feature.head(0x12, 2 + varintLength(value) + varintLength(value + count) + tail.length)
  feature.head(0, value)
  feature.head(1, value + count)
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
