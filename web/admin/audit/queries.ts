import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChainCheck } from '../../../server/contract/audit.ts'
import { checkChain, getAudit, getAuditChange } from '../../api-audit.ts'
import { type AuditSearch, queryOf } from './audit-search.ts'

const AUDIT = ['audit']
const ASK_AGAIN_MS = 1_000

/** The newest first, page by page further back. */
export const useAudit = (search: AuditSearch) =>
  useInfiniteQuery({
    queryKey: [...AUDIT, search],
    queryFn: ({ pageParam, signal }) => getAudit({ ...queryOf(search), cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const useAuditChange = (seq: number) =>
  useQuery({ queryKey: [...AUDIT, 'row', seq], queryFn: ({ signal }) => getAuditChange(seq, signal) })

/** A look through the chain, begun by whoever reads the page; asked about until it is done. */
export function useChainCheck() {
  const [wanted, setWanted] = useState(0)
  const check = useQuery({
    queryKey: [...AUDIT, 'chain', wanted],
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<ChainCheck>(queryKey)
      return checkChain(before?.startedAt, signal)
    },
    enabled: wanted > 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN_MS : false),
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  })
  return { check, begin: () => setWanted(wanted + 1) }
}
