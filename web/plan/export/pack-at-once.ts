import { type Zippable, zipSync } from 'fflate'

export { strToU8, zipSync } from 'fflate'

/** In place of fflate's own, for the writer of workbooks (vite.config.ts): that one packs what is larger than 160 kB in a worker made of a blob, which the
 *  page's policy (worker-src 'self') forbids, and then waits for it for ever. Some 100 ms for a list of 10,000 rows. */
export function zip(files: Zippable, done: (fault: Error | null, bytes: Uint8Array) => void): void {
  try {
    done(null, zipSync(files))
  } catch (fault) {
    done(fault instanceof Error ? fault : new Error(String(fault)), new Uint8Array())
  }
}
