import { rename, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'

/** One tile as it will be served; vector tiles packed with gzip, images as they are. */
export interface PackedTile {
  z: number
  x: number
  y: number
  data: Uint8Array
}

export interface ArchiveHead {
  kind: 'mvt' | 'png'
  minZoom: number
  maxZoom: number
  /** West, south, east, north. */
  bounds: [number, number, number, number]
  metadata: Record<string, unknown>
}

const HEADER_BYTES = 127
// A reader takes header and root directory in one go of 16 KiB. Larger archives need leaf directories, which a county does not.
const ROOT_LIMIT = 16384 - HEADER_BYTES
const COMPRESSION = { none: 1, gzip: 2 }
const TILE_TYPE = { mvt: 1, png: 2 }

/** Writes a PMTiles v3 archive (github.com/protomaps/PMTiles, spec/v3) in one step: a reader sees the old file or the new one.
 *  Throws when there is no tile, or when there are too many for one directory. */
export async function writePmtiles(
  path: string,
  tiles: PackedTile[],
  head: ArchiveHead,
): Promise<{ tiles: number; bytes: number }> {
  if (tiles.length === 0) throw new Error(`no tiles to write to ${path}: the map is empty`)
  const entries = tiles.map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data })).sort((a, b) => a.id - b.id)
  const root = gzipSync(directoryOf(entries))
  if (root.length > ROOT_LIMIT)
    throw new Error(`${entries.length} tiles do not fit one PMTiles directory: lower maxZoom or make the area smaller`)
  const metadata = gzipSync(JSON.stringify(head.metadata))
  const dataLength = entries.reduce((sum, { data }) => sum + data.length, 0)
  const header = headerOf(head, {
    root: root.length,
    metadata: metadata.length,
    data: dataLength,
    tiles: entries.length,
  })
  const bytes = Buffer.concat([header, root, metadata, ...entries.map(({ data }) => data)])
  const beside = `${path}.part`
  await writeFile(beside, bytes)
  await rename(beside, path)
  return { tiles: entries.length, bytes: bytes.length }
}

/** Four columns of varints: ids as differences, run lengths, lengths, offsets (0: right behind the one before). */
function directoryOf(entries: { id: number; data: Uint8Array }[]): Buffer {
  const out: number[] = []
  const put = (value: number) => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128)
    out.push(rest)
  }
  put(entries.length)
  entries.forEach(({ id }, i) => {
    put(id - (entries[i - 1]?.id ?? 0))
  })
  for (const _ of entries) put(1)
  for (const { data } of entries) put(data.length)
  entries.forEach((_, i) => {
    put(i === 0 ? 1 : 0)
  })
  return Buffer.from(out)
}

function headerOf(head: ArchiveHead, lengths: { root: number; metadata: number; data: number; tiles: number }): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 0, 'ascii')
  header.writeUInt8(3, 7)
  const metadataAt = HEADER_BYTES + lengths.root
  const dataAt = metadataAt + lengths.metadata
  const places = [HEADER_BYTES, lengths.root, metadataAt, lengths.metadata, dataAt, 0, dataAt, lengths.data]
  const counts = [lengths.tiles, lengths.tiles, lengths.tiles]
  for (const [i, value] of [...places, ...counts].entries()) header.writeBigUInt64LE(BigInt(value), 8 + i * 8)
  // Clustered: tiles lie in the order of their ids.
  header.writeUInt8(1, 96)
  header.writeUInt8(COMPRESSION.gzip, 97)
  header.writeUInt8(head.kind === 'mvt' ? COMPRESSION.gzip : COMPRESSION.none, 98)
  header.writeUInt8(TILE_TYPE[head.kind], 99)
  header.writeUInt8(head.minZoom, 100)
  header.writeUInt8(head.maxZoom, 101)
  const [west, south, east, north] = head.bounds
  for (const [i, degrees] of head.bounds.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4)
  header.writeUInt8(Math.min(head.maxZoom, 12), 118)
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return header
}
