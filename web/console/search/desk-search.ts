import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CaseStatus } from '../../../server/contract/case.ts'
import type { State } from '../../../server/contract/state.ts'

/** A case as the list of what was found tells it. */
export interface FoundCase {
  id: string
  number: string
  /** Place and problem. */
  title: string
  state: State
  status: CaseStatus
}

/** What the desk, while it is open, adds to the search of the bar: it holds every open case already. */
interface DeskSearch {
  find: (text: string) => readonly FoundCase[]
  /** The key that goes to the field; undefined while single keys are off. */
  key: string | undefined
}

let desk: DeskSearch | undefined
const watchers = new Set<() => void>()
const say = (next: DeskSearch | undefined): void => {
  desk = next
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Undefined where the desk is not open. */
export const useDeskSearch = (): DeskSearch | undefined => useSyncExternalStore(watch, () => desk)

/** Offers it as long as the desk is open. */
export function useOfferSearch({ find, key }: DeskSearch): void {
  const latest = useRef(find)
  latest.current = find
  useEffect(() => {
    say({ find: (text) => latest.current(text), key })
    return () => say(undefined)
  }, [key])
}
