import { LOOK_EVERY_MS, type WatchNeeds, watchScreens } from './watch-screens.ts'

/** Looks at the walls again and again, one look at a time; returns what ends it and waits for a look that is under way. */
export function keepWatch(needs: WatchNeeds, onFault: (error: unknown) => void): () => Promise<void> {
  let looking: Promise<unknown> | undefined
  const look = (): void => {
    looking ??= watchScreens(needs)
      .catch(onFault)
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
