import { join } from 'node:path'
import { openArchive, type TileArchive } from './open-archive.ts'

/** The base map and the relief: each opened when first asked for, so that one made while the server runs is found. */
export interface Archives {
  basemap(): Promise<TileArchive | undefined>
  relief(): Promise<TileArchive | undefined>
  close(): Promise<void>
}

export function openArchives(dataDir: string, basemap: string | undefined): Archives {
  const opened = new Map<string, Promise<TileArchive | undefined>>()
  const get = (path: string): Promise<TileArchive | undefined> => {
    const known = opened.get(path)
    if (known) return known
    const opening = openArchive(path)
    opened.set(path, opening)
    // A missing or unreadable file is looked for again by the next request.
    opening.then(
      (archive) => archive || opened.delete(path),
      () => opened.delete(path),
    )
    return opening
  }
  return {
    basemap: () => get(basemap ?? join(dataDir, 'basemap.pmtiles')),
    relief: () => get(join(dataDir, 'relief.pmtiles')),
    close: async () => {
      for (const opening of opened.values()) await (await opening.catch(() => undefined))?.close()
      opened.clear()
    },
  }
}
