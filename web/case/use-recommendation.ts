import { useQuery } from '@tanstack/react-query'
import type { CaseStatus } from '../../server/contract/case.ts'
import { may } from '../../server/contract/permission.ts'
import type { Recommendation } from '../../server/contract/recommendation.ts'
import { getRecommendation } from '../api-dispatch.ts'
import { useActor } from '../me/use-me.ts'

/** Crews drive on while somebody decides. */
const EVERY_MS = 15_000

/** Where it is a question which crew should have the case: before it is given to one, and as long as it may be given to another. */
const WITH_CHOICE: readonly CaseStatus[] = ['filed', 'dispatched', 'handling']
export const wantsCrew = (status: CaseStatus): boolean => WITH_CHOICE.includes(status)

/** The crews for a case, asked anew as they move; undefined until it is known, where nobody is to be sent, and for who may not know where
 *  crews are. */
export const useRecommendation = (
  of: { id: string; status: CaseStatus } | undefined,
): { recommendation: Recommendation | undefined; fault: Error | null } => {
  const actor = useActor()
  const { data, error } = useQuery({
    queryKey: ['recommendation', of?.id, of?.status],
    queryFn: ({ signal }) => getRecommendation(of?.id ?? '', signal),
    enabled: of !== undefined && wantsCrew(of.status) && Boolean(actor && may(actor, 'read', 'position')),
    refetchInterval: EVERY_MS,
    retry: 1,
  })
  return { recommendation: of && wantsCrew(of.status) ? data : undefined, fault: error }
}
