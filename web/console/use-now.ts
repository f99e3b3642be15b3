import { useEffect, useState } from 'react'

/** By how much the server's clock is ahead of this machine's, where somebody has measured it: deadlines are the server's. */
let aheadMs = 0
export const setClockAhead = (ms: number): void => {
  aheadMs = ms
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
