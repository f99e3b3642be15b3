import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { wakeLive } from '../live.ts'

/** When the server answers again, whatever failed meanwhile is read again. */
export function useRecovery(lost: boolean): void {
  const queries = useQueryClient()
  const before = useRef(lost)
  useEffect(() => {
    if (before.current && !lost) {
      wakeLive()
      void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
      // It may be another server process: what a layer holds is asked anew though the log has not moved.
      void queries.invalidateQueries({ queryKey: ['layers'] })
    }
    before.current = lost
  }, [lost, queries])
}
