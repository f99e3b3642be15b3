import { type FileHandle, open } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type Header, PMTiles, SharedPromiseCache, type Source } from 'pmtiles'

export interface ArchiveTile {
  etag: string
  plain: () => Uint8Array<ArrayBuffer>
  /** As it lies in the archive, when it is packed there. */
  packed?: () => Uint8Array<ArrayBuffer>
}

export interface ArchiveInfo {
  minZoom: number
  maxZoom: number
  bounds: [number, number, number, number]
  attribution: string | undefined
  vectorLayers: { id: string; fields: Record<string, string> }[]
}

/** A PMTiles file, opened for as long as the server runs. */
export interface TileArchive {
  info: ArchiveInfo
  /** undefined where the archive has no tile. z, x and y are in range. */
  tile(z: number, x: number, y: number): Promise<ArchiveTile | undefined>
  close(): Promise<void>
}

class FileAtPath implements Source {
  private readonly path: string
  private readonly file: FileHandle
  constructor(path: string, file: FileHandle) {
    this.path = path
    this.file = file
  }
  getKey(): string {
    return this.path
  }
  async getBytes(offset: number, length: number): Promise<{ data: ArrayBuffer }> {
    const buffer = new Uint8Array(length)
    const { bytesRead } = await this.file.read(buffer, 0, length, offset)
    return { data: buffer.buffer.slice(0, bytesRead) }
  }
}

const isGzip = (data: Uint8Array): boolean => data[0] === 0x1f && data[1] === 0x8b

/** Undefined when there is no such file. Throws when the file is not a PMTiles archive of version 3. */
export async function openArchive(path: string): Promise<TileArchive | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!file) return undefined
  try {
    // Tiles stay packed as they lie in the file; only the directories are unpacked, by the cache.
    const archive = new PMTiles(new FileAtPath(path, file), new SharedPromiseCache(), async (data) => data)
    const header = await archive.getHeader()
    const metadata = await readMetadata(file, header)
    const version = (await file.stat()).mtimeMs.toString(36)
    return {
      info: infoOf(header, metadata),
      tile: async (z, x, y) => {
        const found = await archive.getZxy(z, x, y)
        if (!found) return undefined
        const body = new Uint8Array(found.data)
        const etag = `"${version}-${z}-${x}-${y}"`
        return isGzip(body)
          ? { etag, plain: () => new Uint8Array(gunzipSync(body)), packed: () => body }
          : { etag, plain: () => body }
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw new Error(`${path} cannot be read as a PMTiles archive: ${error instanceof Error ? error.message : error}`)
  }
}

async function readMetadata(file: FileHandle, header: Header): Promise<Record<string, unknown>> {
  const raw = Buffer.alloc(header.jsonMetadataLength)
  await file.read(raw, 0, raw.length, header.jsonMetadataOffset)
  const parsed: unknown = JSON.parse((isGzip(raw) ? gunzipSync(raw) : raw).toString('utf8'))
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

const infoOf = (header: Header, metadata: Record<string, unknown>): ArchiveInfo => ({
  minZoom: header.minZoom,
  maxZoom: header.maxZoom,
  bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
  attribution: typeof metadata.attribution === 'string' ? metadata.attribution : undefined,
  vectorLayers: Array.isArray(metadata.vector_layers) ? metadata.vector_layers : [],
})
