/** How far this node's picture of the city (tiles, features, counts, search) is along the log, and who waits for it to get further. */
export interface Progress {
  /** The last log row that is in all of the picture. */
  readonly seq: number
  /** Said by whoever keeps the picture, when all of it has got there. */
  reach(seq: number): void
  /** Whether the picture is at row `seq` within `ms`. */
  until(seq: number, ms: number): Promise<boolean>
}

export function makeProgress(): Progress {
  const waiting = new Set<{ seq: number; resolve: (there: boolean) => void }>()
  let reached = 0
  return {
    get seq() {
      return reached
    },
    reach(seq) {
      reached = Math.max(reached, seq)
      for (const one of waiting) if (one.seq <= reached) one.resolve(true)
    },
    until(seq, ms) {
      if (seq <= reached) return Promise.resolve(true)
      return new Promise((done) => {
        const resolve = (there: boolean): void => {
          clearTimeout(timer)
          waiting.delete(one)
          done(there)
        }
        const one = { seq, resolve }
        const timer = setTimeout(resolve, ms, false)
        waiting.add(one)
      })
    },
  }
}
