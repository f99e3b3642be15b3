import { useEffect, useState } from 'react'

/** By how much the server's clock is ahead of this machine's, where somebody has measured it: deadlines are the server's. */
let aheadMs = 0
export const setClockAhead = (ms: number): void => {
  aheadMs = ms
}

/** Less is the way of an answer. */
const NEAR_MS = 2_000

/** By how much a server that said an instant (ISO) is ahead of a clock that shows `now`, ms; 0 where they agree. */
export function aheadOf(at: string, now: number): number {
  const ahead = Date.parse(at) - now
  return Math.abs(ahead) > NEAR_MS ? ahead : 0
}

/** Now in Unix ms, by the server's clock where that is known, drawn anew every so often: deadlines pass by themselves. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + aheadMs
}
