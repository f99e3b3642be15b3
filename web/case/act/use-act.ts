import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CaseInputs } from '../../../server/contract/case-input.ts'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import { Refusal } from '../../api.ts'
import { actOnCase, type CaseCard, type Done, getCase } from '../../api-cases.ts'
import { newKey } from '../../api-send.ts'

export interface Doing {
  action: CaseAction
  input: CaseInputs[CaseAction]
}

/** Does something to the case on the page. Whatever comes of it, the page shows the case as it stands behind it. */
export function useAct(of: CaseCard, onDone: (did: CaseAction, done: Done) => void) {
  const queries = useQueryClient()
  const key = useRef({ for: '', key: '' })
  return useMutation({
    mutationFn: async ({ action, input }: Doing) => {
      // The same wish keeps its key when it is sent again after a break of the network.
      const wish = JSON.stringify([of.id, action, input])
      if (key.current.for !== wish) key.current = { for: wish, key: newKey() }
      return actOnCase(of.id, action, await byId(input), key.current.key)
    },
    onSuccess: (done, { action }) => {
      key.current = { for: '', key: '' }
      queries.setQueryData(['cases', 'one', of.number], done.card)
      onDone(action, done)
      void queries.invalidateQueries({ queryKey: ['cases'] })
      void queries.invalidateQueries({ queryKey: ['crews'] })
    },
    onError: (fault) => {
      if (!(fault instanceof Refusal) || fault.problem.status === 0) return
      key.current = { for: '', key: '' }
      void queries.invalidateQueries({ queryKey: ['cases'] })
    },
  })
}

/** People name the other case of a merge by its number. */
async function byId(input: CaseInputs[CaseAction]): Promise<CaseInputs[CaseAction]> {
  return 'into' in input ? { ...input, into: (await getCase(input.into)).id } : input
}
