import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readWebFiles, type WebFile } from './read-web-files.ts'

/** An update that puts new pages under a running server is seen so soon. */
const LOOK_MS = 1_000
/** Every build writes them anew. */
const ALWAYS_WRITTEN = ['index.html', 'build.json']

/** The built pages as they stand in their folder now: those of a new build under the running server take the place of the others. While a builder is
 *  at it there is no page, and what was read last stays; pictures are copied after it, so it is read until two looks find the same.
 *  `clock`: ms, one that never jumps. */
export function openWebFiles(
  folder: string,
  clock = (): number => performance.now(),
): (path: string) => WebFile | undefined {
  let files = readWebFiles(folder)
  let [stamp, isSettled, lookedMs] = [stampOf(folder), true, clock()]
  const look = (): void => {
    const next = stampOf(folder)
    if (next === undefined || (next === stamp && isSettled)) return
    const found = readWebFiles(folder)
    isSettled = next === stamp && found.size === files.size
    stamp = next
    files = found
  }
  return (path) => {
    const now = clock()
    if (now - lookedMs >= LOOK_MS) {
      lookedMs = now
      look()
    }
    return files.get(path)
  }
}

/** Another text for another build; undefined while there is no page. */
function stampOf(folder: string): string | undefined {
  const found = ALWAYS_WRITTEN.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
  return found[0] && found.map((of) => `${of?.mtimeMs} ${of?.size} ${of?.ino}`).join()
}
