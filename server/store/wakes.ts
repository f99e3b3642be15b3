/** Who waits for a city's log to grow. A count per city closes the gap between 'nothing new' and 'now waiting'. */
export interface Wakes {
  /** Wakes the followers of one city, or of all. */
  wake(city?: string): void
  /** Goes up with every wake: take it before reading, give it to `wait` after. */
  count(city: string): number
  /** Resolves when the count is past `seen`, after `pollMs`, or when the signal aborts. */
  wait(city: string, seen: number, signal: AbortSignal, pollMs?: number): Promise<void>
}

export function makeWakes(): Wakes {
  const counts = new Map<string, number>()
  const waiting = new Map<string, Set<() => void>>()
  let all = 0
  const count = (city: string) => all + (counts.get(city) ?? 0)
  const release = (city: string) => {
    for (const resume of [...(waiting.get(city) ?? [])]) resume()
  }
  return {
    count,
    wake(city) {
      if (city === undefined) {
        all += 1
        for (const each of [...waiting.keys()]) release(each)
      } else {
        counts.set(city, (counts.get(city) ?? 0) + 1)
        release(city)
      }
    },
    wait(city, seen, signal, pollMs) {
      if (signal.aborted || count(city) !== seen) return Promise.resolve()
      return new Promise((resolve) => {
        const set = waiting.get(city) ?? new Set()
        waiting.set(city, set)
        let timer: NodeJS.Timeout | undefined
        const resume = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', resume)
          set.delete(resume)
          if (!set.size) waiting.delete(city)
          resolve()
        }
        set.add(resume)
        signal.addEventListener('abort', resume)
        if (pollMs !== undefined) timer = setTimeout(resume, pollMs)
      })
    },
  }
}
