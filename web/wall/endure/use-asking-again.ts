import { useEffect } from 'react'

const EVERY_MS = 2_000

/** Asks again and again while the answer is a fault: a page that was opened while the server started is not to stand there until somebody comes. */
export function useAskingAgain(isFault: boolean, ask: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isFault) return undefined
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isFault, ask])
}
