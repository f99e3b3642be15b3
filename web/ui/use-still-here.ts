import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Tells whether nobody is on the way to another page. The file of that page may still be on its way, and what this one writes into its own address
 *  meanwhile, as where the map came to rest, would lead back. */
export function useStillHere(): () => boolean {
  const router = useRouter()
  return useCallback(() => {
    const { resolvedLocation } = router.state
    return resolvedLocation === undefined || router.latestLocation.pathname === resolvedLocation.pathname
  }, [router])
}
