import { useEffect, useState } from 'react'
import { type Days, daysOf, rangeOfDays } from '../../charts/day-number.ts'
import { sameDays } from '../../charts/day-window.ts'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import { daysUntil, endOfDays, type Moment } from './city-moment.ts'

const SETTLED_MS = 300

/** The chosen days. Dragging and playback move a draft at once and write the address when it has stood still; `push` is a deliberate
 *  choice, which the back button undoes. `until`: the moment that the things are of, where they are of a past one. */
export function useDays(
  picture: Picture,
  change: Change,
  first: Days,
): [days: Days, choose: (days: Days, how?: 'draft' | 'push') => void, until: Moment | undefined] {
  const [draft, setDraft] = useState<Days>()
  const asked = picture.time ? daysOf(picture.time) : first
  const written = picture.at ? daysUntil(asked, picture.at) : asked
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => {
      change((before) => withDays(before, draft), 'replace')
      setDraft(undefined)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draft, change])
  const choose = (days: Days, how: 'draft' | 'push' = 'draft'): void => {
    setDraft(how === 'draft' ? days : undefined)
    if (how === 'push' && !sameDays(days, written)) change((before) => withDays(before, days))
  }
  return [draft ?? written, choose, picture.at && draft ? endOfDays(draft, Date.now()) : picture.at]
}

/** Things that are of a past moment are of the end of the days. */
const withDays = (before: Picture, days: Days): Picture => ({
  ...before,
  time: rangeOfDays(days),
  at: before.at && endOfDays(days, Date.now()),
})
