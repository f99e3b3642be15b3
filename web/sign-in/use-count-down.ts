import { useEffect, useState } from 'react'

/** Whole seconds that are left, counted down to 0. */
export function useCountDown(): [left: number, start: (seconds: number) => void] {
  const [untilMs, setUntilMs] = useState(0)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (untilMs === 0) return
    const tick = (): void => setLeft(Math.max(0, Math.ceil((untilMs - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [untilMs])
  return [
    left,
    (seconds) => {
      setLeft(seconds)
      setUntilMs(performance.now() + seconds * 1000)
    },
  ]
}
