import type { JobProgress, JobState } from '../../../server/contract/coverage.ts'
import { Refusal } from '../../api.ts'

interface Job {
  id: string
  state: JobState
  progress: JobProgress
}

interface Steps<One extends Job> {
  start(): Promise<One>
  read(id: string, signal: AbortSignal): Promise<One>
  stop(id: string): Promise<unknown>
  onProgress(progress: JobProgress): void
}

/** The server makes one for each person at a time: the last one may still be ending. */
const TRIES = 20
const AGAIN_MS = 250
/** The first looks are quick, for what is done at once. */
const LOOKS_MS = [60, 100, 160, 250, 400]

export class JobFailed extends Error {}

/** Begins something that the server makes behind the requests, and follows it to its end. Ends it there when nobody waits any longer.
 *  Throws Refusal, JobFailed, and what the signal says. */
export async function followJob<One extends Job>(steps: Steps<One>, signal: AbortSignal): Promise<One> {
  let job = await begin(steps, signal)
  const end = (): void => void steps.stop(job.id).catch(() => undefined)
  if (signal.aborted) end()
  signal.throwIfAborted()
  signal.addEventListener('abort', end)
  try {
    for (let look = 0; job.state === 'waiting' || job.state === 'running'; look++) {
      steps.onProgress(job.progress)
      await pause(LOOKS_MS[look] ?? 500)
      signal.throwIfAborted()
      job = await steps.read(job.id, signal)
    }
  } finally {
    signal.removeEventListener('abort', end)
  }
  if (job.state !== 'done') throw new JobFailed(job.state)
  return job
}

async function begin<One extends Job>({ start }: Steps<One>, signal: AbortSignal): Promise<One> {
  for (let left = TRIES; ; left--) {
    signal.throwIfAborted()
    try {
      return await start()
    } catch (fault) {
      if (left === 0 || !(fault instanceof Refusal) || fault.problem.code !== 'work-running') throw fault
      await pause(AGAIN_MS)
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
