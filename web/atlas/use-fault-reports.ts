import { useEffect, useRef } from 'react'
import { reportFault } from '../api.ts'

/** Tells the server of every loss of the map once. `losses`: how many there were since the map was put on the page. */
export function useFaultReports(losses: number): void {
  const told = useRef(0)
  useEffect(() => {
    // A map that is put on the page anew counts from 0 again.
    if (losses < told.current) told.current = 0
    for (; told.current < losses; told.current++) void reportFault('context-lost')
  }, [losses])
}
