import { retryPageWait } from './retry-page-wait.ts'
import { ownBuild, watchBuild } from './watch-build.ts'

const TRIES = 'wall-tries'
const LAST_MS = 10_000

/** Loads the page anew once the server has all of it; waits longer each time that it was in vain, over the loads too. Returns what gives it up. */
export function loadAnewWhenWell(): () => void {
  const look = watchBuild(ownBuild())
  let tries = Number(sessionStorage.getItem(TRIES)) || 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => {
    timer = setTimeout(() => void tryNow(), retryPageWait(tries, Math.random()))
  }
  const tryNow = async (): Promise<void> => {
    const found = await look(AbortSignal.timeout(LAST_MS)).catch(() => undefined)
    tries += 1
    if (!found?.whole) return wait()
    sessionStorage.setItem(TRIES, String(tries))
    location.reload()
  }
  wait()
  return () => clearTimeout(timer)
}

/** The wall has been well for long: the next fault is a first one. */
export const forgetTries = (): void => sessionStorage.removeItem(TRIES)
