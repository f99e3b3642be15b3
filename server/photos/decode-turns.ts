import { PhotoRefused } from './photo-refused.ts'

/** Each holds up to 200 MB while it is decoded (MOST_PIXELS of 4 bytes). */
const AT_ONCE = 2
const MOST_WAITING = 20

/** Lets few decode at a time: a shift that comes back with its photos must not take the memory of the whole city. */
export interface DecodeTurns {
  /** Throws PhotoRefused when too many wait. */
  take<T>(work: () => Promise<T>): Promise<T>
}

export function makeDecodeTurns(): DecodeTurns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async take(work) {
      if (waiting.length >= MOST_WAITING)
        throw new PhotoRefused('busy', 'busy', 'Many photos are coming in; nothing was kept, try again in a moment.')
      if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume))
      else running += 1
      try {
        return await work()
      } finally {
        // A turn is handed on, not given back and taken again: nobody who comes meanwhile goes before who waits.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
