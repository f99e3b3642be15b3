import { useEffect, useState } from 'react'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import { type Days, daysOf, rangeOfDays } from './day-number.ts'
import { sameDays } from './heat-time.ts'

const SETTLED_MS = 300

/** The chosen days. Dragging and playback move a draft at once and write the address when it has stood still; `push` is a deliberate
 *  choice, which the back button undoes. */
export function useDays(
  picture: Picture,
  change: Change,
  first: Days,
): [days: Days, choose: (days: Days, how?: 'draft' | 'push') => void] {
  const [draft, setDraft] = useState<Days>()
  const written = picture.time ? daysOf(picture.time) : first
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => {
      change((before) => ({ ...before, time: rangeOfDays(draft) }), 'replace')
      setDraft(undefined)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draft, change])
  const choose = (days: Days, how: 'draft' | 'push' = 'draft'): void => {
    setDraft(how === 'draft' ? days : undefined)
    if (how === 'push' && !sameDays(days, written)) change((before) => ({ ...before, time: rangeOfDays(days) }))
  }
  return [draft ?? written, choose]
}
