import { useCallback, useEffect, useRef, useState } from 'react'

/** Less is the way of an answer and the second for which it is shared. */
const NEAR_MS = 2_000

/** The server's clock, Unix ms: one that is set on the screen's own machine moves nothing on the wall. `now` changes every second; `read` is for
 *  those who look between. `at`: what the server said last, ISO, and `cameAt` when, by performance.now(). */
export function useServerClock(at: string | undefined, cameAt: number): { now: number; read: () => number } {
  const base = useRef({ ms: Date.now(), steady: performance.now() })
  const read = useCallback(() => base.current.ms + performance.now() - base.current.steady, [])
  const [now, setNow] = useState(read)
  useEffect(() => {
    if (at === undefined) return
    const said = { ms: Date.parse(at), steady: cameAt }
    const shown = base.current.ms + cameAt - base.current.steady
    if (Math.abs(said.ms - shown) > NEAR_MS) base.current = said
    setNow(read())
  }, [at, cameAt, read])
  useEffect(() => {
    // At each full second: the screens of one video wall then change together.
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      timer = setTimeout(
        () => {
          setNow(read())
          tick()
        },
        1_000 - (read() % 1_000) + 2,
      )
    }
    tick()
    return () => clearTimeout(timer)
  }, [read])
  return { now, read }
}
