import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import { undo } from '../../api-cases.ts'
import { actOnCases } from '../../api-desk.ts'
import { newKey } from '../../api-send.ts'
import { liveState } from '../../live.ts'
import { actOnMany, type Outcome, type Wish } from './act-on-many.ts'

/** What was done last, and whether it is being taken back. */
export interface DoneOutcome extends Outcome {
  /** By performance.now(). */
  seenAt: number
  /** Where a case is named by its number, which it may no longer be in the list to say. */
  numbers: ReadonlyMap<string, string>
  /** It was taken back: how many of its cases, and which were not. */
  undone?: Outcome | undefined
}

/** The server takes back within a minute; a little less is promised, for the way there. */
export const UNDO_MS = 55_000

export interface Bulk {
  /** Cases that a request is on its way for. */
  pending: ReadonlySet<string>
  last: DoneOutcome | undefined
  act: (wishes: readonly Wish[]) => Promise<Outcome>
  /** Anything else that is done to these, told and taken back as any act. */
  run: (ids: readonly string[], work: () => Promise<Outcome>) => Promise<Outcome>
  undo: () => Promise<void>
  dismiss: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Acts on many cases at once, keeps what became of each, and takes it back. `settled`: told of the ids behind it. */
export function useBulk(numberOf: (id: string) => string | undefined, reload: () => void): Bulk {
  const queries = useQueryClient()
  const [pending, setPending] = useState(NONE)
  const [last, setLast] = useState<DoneOutcome>()
  const busy = useRef(false)
  const settle = (): void => {
    if (liveState().is !== 'connected') reload()
    void queries.invalidateQueries({ queryKey: ['cases'] })
    void queries.invalidateQueries({ queryKey: ['crews'] })
    void queries.invalidateQueries({ queryKey: ['recommendation'] })
  }
  const run: Bulk['run'] = async (ids, work) => {
    const numbers = new Map(ids.map((id) => [id, numberOf(id) ?? id]))
    setPending((now) => new Set([...now, ...ids]))
    const outcome = await work()
    setPending((now) => new Set([...now].filter((id) => !ids.includes(id))))
    setLast({ ...outcome, numbers, seenAt: performance.now() })
    settle()
    return outcome
  }
  return {
    pending,
    last,
    run,
    act: (wishes) =>
      run(
        wishes.flatMap((wish) => wish.ids),
        () => actOnMany(wishes, (some, ask) => actOnCases(some, ask, newKey())),
      ),
    async undo() {
      if (!last || last.undone || last.batches.length === 0 || busy.current) return
      if (performance.now() - last.seenAt > UNDO_MS) return
      busy.current = true
      setLast({ ...last, undone: await takeBack(last.action, last.batches) })
      busy.current = false
      settle()
    },
    dismiss: () => setLast(undefined),
  }
}

/** The last first: what was done on top of something is taken off before it. */
async function takeBack(action: CaseAction, batches: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { action, done: [], refused: [], batches: [] }
  for (const batch of batches.toReversed())
    try {
      for (const { id, refused } of (await undo(batch)).results)
        if (refused) outcome.refused.push({ id, refused })
        else outcome.done.push(id)
    } catch (fault) {
      outcome.refused.push({ id: '', refused: { fault } })
    }
  return outcome
}
