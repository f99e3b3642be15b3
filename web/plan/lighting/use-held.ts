import { useEffect, useState } from 'react'

/** A figure under somebody's hand: its own at once, told when it has rested. */
export function useHeld(told: number, tell: (value: number) => void, restMs = 180): [number, (value: number) => void] {
  const [held, setHeld] = useState(told)
  // It was told otherwise from elsewhere.
  useEffect(() => setHeld(told), [told])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the hand has come to rest
  useEffect(() => {
    if (held === told) return
    const timer = setTimeout(() => tell(held), restMs)
    return () => clearTimeout(timer)
  }, [held])
  return [held, setHeld]
}
