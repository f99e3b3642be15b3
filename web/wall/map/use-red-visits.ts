import { useRef } from 'react'
import type { Moved } from './camera-rule.ts'
import type { LitCase } from './late-cases.ts'
import { NO_VISITS, redVisits } from './red-visits.ts'

/** The case that turned red and is to be looked at now; null for none. `moved`: where the camera is. */
export function useRedVisits(
  cases: readonly LitCase[] | undefined,
  now: number,
  moved: Moved | undefined,
): LitCase | null {
  const visits = useRef(NO_VISITS)
  if (!cases) return null
  const first = visits.current.waiting[0]?.id
  const shownSince = moved && moved.key === `visit:${first}` ? moved.at : undefined
  visits.current = redVisits(visits.current, cases, now, shownSince)
  const id = visits.current.waiting[0]?.id
  return cases.find((one) => one.id === id) ?? null
}
