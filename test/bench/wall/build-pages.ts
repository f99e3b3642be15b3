import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the pages into a folder. `stamp`: something by which this build is another than the one before. Returns the folder. */
export async function buildPages(outDir: string, stamp?: string): Promise<string> {
  const configFile = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url))
  const plugins = stamp === undefined ? [] : [stamped(stamp)]
  await build({ configFile, logLevel: 'error', plugins, build: { outDir, emptyOutDir: true } })
  return outDir
}

/** A word in the wall's first file: its name is another then, and so is the name of every file that knows it. */
const stamped = (stamp: string) => ({
  name: 'stamp',
  transform: (code: string, id: string) =>
    id.endsWith('/web/wall/WallPage.tsx') || id.endsWith('/web/main.tsx')
      ? { code: `${code}\nglobalThis.wallStamp = ${JSON.stringify(stamp)}\n`, map: null }
      : undefined,
})
