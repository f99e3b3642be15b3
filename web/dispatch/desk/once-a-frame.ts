/** A page in the background draws no frames; what it tells assistive technology and its title still moves on. */
const HIDDEN_MS = 1_000

/** Many changes, one drawing: who subscribed is told at most once a frame, and not before `gapMs` have passed. */
export function onceAFrame(gapMs: () => number = () => 0) {
  const watchers = new Set<() => void>()
  let asked = false
  const tell = (): void => {
    if (!asked) return
    asked = false
    for (const watcher of watchers) watcher()
  }
  return {
    ask(): void {
      if (asked) return
      asked = true
      setTimeout(
        () => {
          if (document.visibilityState === 'visible') requestAnimationFrame(tell)
          else tell()
        },
        document.visibilityState === 'visible' ? gapMs() : HIDDEN_MS,
      )
    },
    subscribe(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
