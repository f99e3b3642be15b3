import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PredictedRed } from '../../../server/contract/day-plan.ts'
import { may } from '../../../server/contract/permission.ts'
import { getPredicted } from '../../api-plans.ts'
import { useActor } from '../../me/use-me.ts'

/** Simulated anew so often: a crew drives a few minutes to a case. */
const EVERY_MS = 2 * 60_000

export type RedCase = PredictedRed['cases'][number]

export interface Red {
  /** Cases that will be late today and are not yet, by id. */
  cases: ReadonlyMap<string, RedCase>
  /** What the server says of it; undefined while nobody knows, and for who may not know. */
  said: PredictedRed | undefined
}

const NONE: ReadonlyMap<string, RedCase> = new Map()

/** Which cases are foreseen to be late (N5), as far as the server trusts itself with it. */
export function useRed(): Red {
  const actor = useActor()
  const { data: said } = useQuery({
    queryKey: ['predicted'],
    queryFn: ({ signal }) => getPredicted(signal),
    enabled: Boolean(actor && may(actor, 'read', 'plan')),
    refetchInterval: EVERY_MS,
    staleTime: EVERY_MS / 2,
    retry: false,
  })
  const cases = useMemo(
    () => (said?.state === 'on' ? new Map(said.cases.map((one) => [one.caseId, one])) : NONE),
    [said],
  )
  return useMemo(() => ({ cases, said }), [cases, said])
}
