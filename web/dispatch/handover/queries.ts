import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HandoverPatch, HandoverSign } from '../../../server/contract/handover.ts'
import { PERMISSIONS } from '../../../server/contract/permission.ts'
import { changeHandover, getHandover, getHandovers, openHandover, signHandover } from '../../api-handovers.ts'
import { newKey } from '../../api-send.ts'
import { useLiveNews } from '../../live.ts'
import { useActor } from '../../me/use-me.ts'

const HANDOVERS = ['handovers']

export const useMayWrite = (): boolean =>
  useActor()?.roles.some((role) => PERMISSIONS.handover.write.includes(role)) ?? false

/** The newest first; read anew when one of them changes. */
export function useHandovers() {
  const queries = useQueryClient()
  useLiveNews((news) => {
    if (news.event === 'resync' || (news.event === 'change' && news.data.entity === 'handover'))
      void queries.invalidateQueries({ queryKey: HANDOVERS })
  })
  return useQuery({ queryKey: [...HANDOVERS, 'list'], queryFn: ({ signal }) => getHandovers(signal) })
}

export const useHandover = (id: string) =>
  useQuery({
    queryKey: [...HANDOVERS, 'one', id],
    queryFn: ({ signal }) => getHandover(id, signal),
    staleTime: 0,
  })

export function useHandoverActs() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: HANDOVERS })
  return {
    open: useMutation({ mutationFn: () => openHandover({}, newKey()), onSettled }),
    change: useMutation({
      mutationFn: ({ id, patch, etag }: { id: string; patch: HandoverPatch; etag: string }) =>
        changeHandover(id, patch, etag),
      onSettled,
    }),
    sign: useMutation({
      mutationFn: ({ id, etag, ...sign }: { id: string; etag: string } & HandoverSign) => signHandover(id, sign, etag),
      onSettled,
    }),
  }
}

export type HandoverActs = ReturnType<typeof useHandoverActs>
