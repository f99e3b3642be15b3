import { useMemo, useState } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { getCase } from '../../api-cases.ts'
import { useRecommendation } from '../../case/use-recommendation.ts'
import { useNow } from '../../console/use-now.ts'
import { useActor } from '../../me/use-me.ts'
import { useRed } from '../day/use-red.ts'
import { isMineOf } from './case-filter.ts'
import { stepFrom } from './choose-range.ts'
import { readOwn, withOwn } from './own-dispatches.ts'
import { useAddress } from './use-address.ts'
import { useBulk } from './use-bulk.ts'
import { useChoice } from './use-choice.ts'
import { useDeskCases } from './use-desk-cases.ts'
import { useDispatch } from './use-dispatch.ts'
import { useKept } from './use-kept.ts'
import { useQueue } from './use-queue.ts'

/** Deadlines pass by themselves. */
const TICK_MS = 20_000
const NONE: readonly DeskCase[] = []

export type Desk = ReturnType<typeof useDesk>

/** Everything that the desk knows and does, put together: the queue, the map and the panel are views of it. */
export function useDesk() {
  const actor = useActor()
  const address = useAddress()
  const now = useNow(TICK_MS)
  const book = useDeskCases()
  const [own, setOwn] = useKept('dispatched', readOwn)
  const isMine = useMemo(() => isMineOf(actor, new Set(own)), [actor, own])
  const all = book.cases ?? NONE
  const red = useRed()
  const isRed = useMemo(
    () =>
      ({ id }: DeskCase) =>
        red.cases.has(id),
    [red],
  )
  const queue = useQueue(all, address.filter, { sort: address.sort, now, isMine, isRed })
  const listed = useMemo(() => new Set(queue.ids), [queue.ids])
  const choice = useChoice(queue.ids, (id) => listed.has(id))
  const bulk = useBulk((id) => book.get(id)?.number, book.reload)
  /** These were dispatched from here. */
  const remember = (ids: readonly string[]): void => setOwn((before) => withOwn(before, ids))
  const dispatching = useDispatch(bulk, book.get, remember)
  const [cursor, setCursor] = useState<string>()
  const number = address.search.case
  const opened = useMemo(() => (number ? all.find((of) => of.number === number) : undefined), [all, number])
  const { recommendation } = useRecommendation(opened)
  const alarms = useMemo(
    () =>
      all
        .filter(({ urgency, acknowledgedAt }) => urgency === 'emergency' && acknowledgedAt === null)
        .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)),
    [all],
  )
  const show = (id: string): void => {
    const known = book.get(id)?.number
    if (known) address.open(known)
    // One that has ended stands in no queue.
    else
      void getCase(id).then(
        ({ number: found }) => address.open(found),
        () => undefined,
      )
  }
  /** What a verb is about: the chosen ones, else the open one, else where one stands, else the first that waits. */
  const targets = (): string[] => {
    if (choice.chosen.size > 0) return queue.ids.filter((id) => choice.chosen.has(id))
    const one = opened?.id ?? cursor ?? queue.cases.find(({ status }) => status === 'filed')?.id
    return one === undefined ? [] : [one]
  }
  return {
    ...{ actor, address, book, all, queue, choice, bulk, dispatching, cursor, setCursor },
    ...{ number, opened, recommendation, alarms, show, targets, red, remember },
    now,
    step: (by: 1 | -1) => setCursor((at) => stepFrom(queue.ids, at ?? opened?.id, by)),
    // Asked at every drawing, and mostly nothing is chosen of tens of thousands.
    chosenCases: (): readonly DeskCase[] =>
      choice.chosen.size === 0 ? NONE : queue.cases.filter(({ id }) => choice.chosen.has(id)),
  }
}
