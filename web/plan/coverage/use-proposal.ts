import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobProgress, Proposal } from '../../../server/contract/coverage.ts'
import { type AskedProposal, getProposal, startProposal, stopProposal } from '../../api-coverage.ts'
import { followJob } from './follow-job.ts'

export interface ProposalDesk {
  proposal: Proposal | undefined
  /** Undefined: nothing is being looked for. */
  progress: JobProgress | undefined
  fault: unknown
  start: (asked: AskedProposal) => void
  stop: () => void
  clear: () => void
}

interface Doing {
  proposal?: Proposal
  progress?: JobProgress
  fault?: unknown
}

/** New sites that the server looks for; forgotten when another set of rules is looked at. */
export function useProposal(set: string | undefined): ProposalDesk {
  const [now, setNow] = useState<Doing>({})
  const running = useRef<AbortController>(undefined)
  const stop = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setNow(({ progress: _, ...rest }) => rest)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: sites of one set say nothing about another
  useEffect(
    () => () => {
      stop()
      setNow({})
    },
    [set, stop],
  )
  const start = (asked: AskedProposal): void => {
    stop()
    const own = new AbortController()
    running.current = own
    setNow({ progress: { share: 0, step: 'read', elapsedMs: 0 } })
    const steps = {
      start: () => startProposal(asked),
      ...{ read: getProposal, stop: stopProposal },
      onProgress: (progress: JobProgress) => setNow((before) => (own.signal.aborted ? before : { progress })),
    }
    followJob(steps, own.signal).then(
      (proposal) => setNow({ proposal }),
      (fault: unknown) => own.signal.aborted || setNow({ fault }),
    )
  }
  return {
    ...{ proposal: now.proposal, progress: now.progress, fault: now.fault, start, stop },
    clear: () => setNow({}),
  }
}
