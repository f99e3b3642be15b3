import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { DayPlan, PlanRoute } from '../../../server/contract/day-plan.ts'
import { acceptPlan, getPlan, startPlan, stopPlan } from '../../api-plans.ts'
import { newKey } from '../../api-send.ts'
import type { Desk } from '../desk/use-desk.ts'
import { acceptInParts } from './accept-in-parts.ts'
import { type Unwanted, withWanted } from './day-choice.ts'
import { OPEN_DAY } from './open-day.ts'
import { viewOfRoute } from './route-view.ts'
import { seenOfMap } from './seen-of-map.ts'
import { stalenessOf } from './staleness.ts'

const LOOK_EVERY_MS = 400
const ALL: Unwanted = new Set()

export const isBeingMade = ({ state }: Pick<DayPlan, 'state'>): boolean => state === 'waiting' || state === 'running'

/** The plan that the address names: how far it is, what of it is wanted, and what one does with it. */
export function usePlan({ address, book, bulk, all, now, remember }: Desk) {
  const queries = useQueryClient()
  const day = address.search.day
  const id = day === undefined || day === OPEN_DAY ? undefined : day
  const { data: plan, error } = useQuery({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => getPlan(id ?? '', signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && isBeingMade(state.data) ? LOOK_EVERY_MS : false),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const keep = (made: DayPlan): void => {
    queries.setQueryData(['plan', made.id], made)
    address.openDay(made.id)
  }
  const starting = useMutation({ mutationFn: startPlan, onSuccess: keep })
  const stopping = useMutation({ mutationFn: stopPlan, onSuccess: keep })
  const [unwanted, setUnwanted] = useState(ALL)
  const [focused, setFocused] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan is chosen from anew
  useEffect(() => {
    setUnwanted(ALL)
    setFocused(undefined)
  }, [id])
  const isKnown = book.cases !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` is what the book holds
  const staleness = useMemo(
    () => (plan && isKnown && !isBeingMade(plan) ? stalenessOf(plan, book.get, now) : undefined),
    [plan, isKnown, all, now],
  )
  return {
    ...{ plan, unwanted, focused, setFocused, staleness, starting, stopping },
    /** Why the plan could not be read. */
    fault: id === undefined ? null : error,
    want: (ids: readonly string[], wanted: boolean) => setUnwanted((before) => withWanted(before, ids, wanted)),
    accept: async (ids: readonly string[]): Promise<void> => {
      if (id === undefined || ids.length === 0) return
      const work = () => acceptInParts(ids, (asked) => acceptPlan(id, asked, newKey()))
      const { done } = await bulk.run(ids, work)
      remember(done)
    },
    /** Brings all of a crew's way into view. */
    lookAt: ({ from, stops }: PlanRoute): void => {
      const view = viewOfRoute([from, ...stops.flatMap(({ way, location }) => [...way, location])], seenOfMap())
      if (view) address.onView({ bearing: 0, pitch: 0, ...view })
    },
    drop: () => address.openDay(OPEN_DAY),
  }
}
