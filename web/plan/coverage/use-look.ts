import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BlockPage, CoverageRun, GapPage, JobProgress } from '../../../server/contract/coverage.ts'
import { getBlocks, getGaps, getRun, startRun, stopRun } from '../../api-coverage.ts'
import { followJob } from './follow-job.ts'
import { MOST_DRAWN } from './most-drawn.ts'

/** A look over the city by one set of rules, with all that the page shows of it. */
export interface Look {
  run: CoverageRun
  gaps: GapPage
  blocks: BlockPage
}

/** The server keeps what it found for an hour; the page takes all of it at once. */
const KEPT_MS = 30 * 60_000

export interface LookState {
  look: Look | undefined
  /** Undefined: nothing is being reckoned. */
  progress: JobProgress | undefined
  fault: Error | null
  isStopped: boolean
  stop: () => void
  again: () => void
}

const BEGUN: JobProgress = { share: 0, step: 'read', elapsedMs: 0 }

/** Looks the city over as soon as it is known by what; another wish ends the one before. @param draft as it stands in this version */
export function useLook(
  set: string | undefined,
  quality: object | undefined,
  draft?: { id: string; version: number },
): LookState {
  const queries: QueryClient = useQueryClient()
  const key = ['coverage', 'look', set, JSON.stringify(quality ?? {}), draft?.id, draft?.version]
  const [progress, setProgress] = useState(BEGUN)
  const query = useQuery({
    queryKey: key,
    enabled: set !== undefined,
    staleTime: KEPT_MS,
    gcTime: KEPT_MS,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<Look> => {
      setProgress(BEGUN)
      const asked = {
        ...(set ? { sets: [set] } : {}),
        ...(draft ? { draftId: draft.id } : {}),
        quality: quality ?? {},
      }
      const start = (): Promise<CoverageRun> => startRun(asked)
      const run = await followJob({ start, read: getRun, stop: stopRun, onProgress: setProgress }, signal)
      const [gaps, blocks] = await Promise.all([
        getGaps(run.id, MOST_DRAWN, signal),
        getBlocks(run.id, MOST_DRAWN, signal),
      ])
      return { run, gaps, blocks }
    },
  })
  return {
    look: query.data,
    progress: query.isFetching ? progress : undefined,
    fault: query.error,
    isStopped: set !== undefined && !query.isFetching && query.data === undefined && query.error === null,
    stop: () => void queries.cancelQueries({ queryKey: key }),
    again: () => void query.refetch(),
  }
}
