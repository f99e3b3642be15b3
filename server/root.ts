import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository: where package.json stands above this file, be it run as it is written or in the bundle. */
export const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)))
/** The facts that are shipped. */
export const DATA = join(ROOT, 'data')

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder))
}
