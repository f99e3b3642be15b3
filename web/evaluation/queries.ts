import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { GroupBy } from '../../server/contract/evaluation.ts'
import { getCounted, getEvaluation, getMix, type Span } from '../api-evaluation.ts'

/** What was there before stays until the new is: a table does not vanish while another period is reckoned. */
const KEPT = { placeholderData: keepPreviousData, staleTime: 15_000 }

export const useEvaluation = (span: Span, by: GroupBy) =>
  useQuery({
    queryKey: ['evaluation', span, by],
    queryFn: ({ signal }) => getEvaluation(span, by, signal),
    ...KEPT,
  })

export const useMix = (span: Span) =>
  useQuery({ queryKey: ['evaluation', 'mix', span], queryFn: ({ signal }) => getMix(span, signal), ...KEPT })

/** Page after page of the cases behind a number. */
export const useCounted = (list: string) =>
  useInfiniteQuery({
    queryKey: ['evaluation', 'cases', list],
    queryFn: ({ pageParam, signal }) => getCounted(list, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 15_000,
  })
