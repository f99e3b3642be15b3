import { readFileSync } from 'node:fs'
import { PMTiles, type Source } from 'pmtiles'

/** Opens an archive with the library that others read it with. */
export function readArchive(path: string): PMTiles {
  const bytes = readFileSync(path)
  const source: Source = {
    getKey: () => path,
    getBytes: async (offset, length) => ({
      data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length) as ArrayBuffer,
    }),
  }
  return new PMTiles(source)
}
