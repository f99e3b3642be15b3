import { useEffect, useState } from 'react'
import type { Picture } from '../picture.ts'
import type { Change } from '../use-picture.ts'
import type { Moment } from './city-moment.ts'

const SETTLED_MS = 150

export interface CityMoment {
  /** The moment chosen; undefined is now. While it is being moved it is ahead of the address and of what the map shows. */
  at: Moment | undefined
  /** Moves it; the address follows when it has stood still. */
  move: (at: Moment) => void
  /** A deliberate choice, which the back button undoes; undefined is now. */
  choose: (at: Moment | undefined) => void
}

export function useCityMoment({ at: written }: Picture, change: Change): CityMoment {
  const [draft, setDraft] = useState<Moment>()
  useEffect(() => {
    if (draft === undefined) return
    const timer = setTimeout(() => {
      change((before) => ({ ...before, at: draft }), 'replace')
      setDraft(undefined)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draft, change])
  return {
    at: draft ?? written,
    move: setDraft,
    choose: (at) => {
      setDraft(undefined)
      change((before) => ({ ...before, at }))
    },
  }
}
