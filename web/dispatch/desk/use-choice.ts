import { useEffect, useRef, useState } from 'react'
import { chosenAfter, rangeOf, stillOpen } from './choose-range.ts'

export interface ChoiceOfCases {
  chosen: ReadonlySet<string>
  choose: (ids: readonly string[], how: 'set' | 'add' | 'remove') => void
  /** One more or one less; `range`: all from the one chosen last. */
  toggle: (id: string, range: boolean) => void
  /** All that are listed; none where all are chosen already. */
  all: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** The chosen cases, in memory: a link opens a case, not a selection. */
export function useChoice(order: readonly string[], isHere: (id: string) => boolean): ChoiceOfCases {
  const [chosen, setChosen] = useState(NONE)
  const anchor = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever ended leaves when the list changes
  useEffect(() => setChosen((now) => stillOpen(now, isHere)), [order])
  return {
    chosen,
    choose: (ids, how) => setChosen((now) => chosenAfter(now, ids, how)),
    toggle(id, range) {
      const ids = range ? rangeOf(order, anchor.current, id) : [id]
      anchor.current = id
      setChosen((now) => chosenAfter(now, ids, !range && now.has(id) ? 'remove' : 'add'))
    },
    all: () => setChosen((now) => (order.every((id) => now.has(id)) ? NONE : chosenAfter(now, order, 'add'))),
    clear: () => setChosen(NONE),
  }
}
