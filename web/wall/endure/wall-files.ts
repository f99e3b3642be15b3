import { z } from 'zod'

/** The list of a build's files by source, as the builder writes it (vite.config.ts, build.manifest). */
export const BuildList = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
  }),
)
export type BuildList = z.infer<typeof BuildList>

const PAGE = 'index.html'
const WALL = 'wall/WallPage.tsx'

/** The script that the page begins with: its name changes with every file behind it. Undefined where the list is of something else. */
export const entryOf = (list: BuildList): string | undefined => list[PAGE]?.file

/** Addresses of all files that a wall loads: those of the page, and of the wall with whatever it may load later. */
export function wallFiles(list: BuildList): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const walk = (key: string, deep: boolean): void => {
    const of = list[key]
    if (!of || seen.has(key)) return
    seen.add(key)
    // Of the assets only the workers: without a font or a picture a wall is still a wall.
    const workers = (of.assets ?? []).filter((file) => file.endsWith('.js'))
    for (const file of [of.file, ...(of.css ?? []), ...workers]) files.add(`/${file}`)
    for (const next of of.imports ?? []) walk(next, deep)
    if (deep) for (const next of of.dynamicImports ?? []) walk(next, deep)
  }
  // The page's own later files are the other screens.
  walk(PAGE, false)
  walk(WALL, true)
  return [...files].sort()
}
