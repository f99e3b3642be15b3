/** One at a time per key, in the order of asking: so writers of one city wait here and not with a database connection each in hand. */
export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs and nobody waits. */
  settled(): Promise<void>
}

export function makeTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    take(key, work) {
      const mine = (last.get(key) ?? Promise.resolve()).then(work)
      const done = mine.then(
        () => undefined,
        () => undefined,
      )
      last.set(key, done)
      void done.then(() => {
        if (last.get(key) === done) last.delete(key)
      })
      return mine
    },
    async settled() {
      while (last.size) await Promise.all(last.values())
    },
  }
}
