import { useState } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { dispatchWishes, isWithCrew } from './act-on-many.ts'
import type { Bulk } from './use-bulk.ts'

/** Cases that somebody is about to give to a crew. */
export interface Choosing {
  cases: readonly DeskCase[]
  /** The crew that is chosen already: only the reason is missing. */
  crewId: string | undefined
}

export interface Dispatching {
  /** The crew, or the reason, is still to be chosen; undefined when nothing is. */
  choosing: Choosing | undefined
  /** Opens the list of crews for these. */
  choose: (ids: readonly string[]) => void
  /** Gives them to a crew at once; where one is taken from another crew, asks for the reason first. */
  dispatch: (ids: readonly string[], crewId: string, reason?: string) => void
  cancel: () => void
}

/** One way to dispatch for all who do it: a drag on the map, a button of the panel, the bar of the chosen, a key. */
export function useDispatch(
  { act }: Pick<Bulk, 'act'>,
  get: (id: string) => DeskCase | undefined,
  remember: (ids: readonly string[]) => void,
): Dispatching {
  const [choosing, setChoosing] = useState<Choosing>()
  const casesOf = (ids: readonly string[]): DeskCase[] => ids.flatMap((id) => get(id) ?? [])
  return {
    choosing,
    choose(ids) {
      const cases = casesOf(ids)
      if (cases.length > 0) setChoosing({ cases, crewId: undefined })
    },
    dispatch(ids, crewId, reason) {
      const cases = casesOf(ids)
      if (cases.some(isWithCrew) && !reason) return setChoosing({ cases, crewId })
      setChoosing(undefined)
      void act(dispatchWishes(cases, crewId, reason)).then(({ done }) => remember(done))
    },
    cancel: () => setChoosing(undefined),
  }
}
