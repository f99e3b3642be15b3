import { randomUUID } from 'node:crypto'
import type { JobProgress, JobState } from '../contract/coverage.ts'
import type { CoverageStep } from '../insight/coverage/cover-city.ts'
import { type RunningTask, TaskStopped } from '../insight/thread/run-in-thread.ts'

/** Something that a thread does for somebody. */
export interface Job<Asked, Kept, Found> {
  id: string
  /** Actor. */
  by: string
  byName: string
  at: string
  asked: Asked
  state: JobState
  step: CoverageStep
  begunMs: number
  endedMs: number | null
  /** What it takes to tell what was found. */
  kept: Kept
  found: Found | null
  fault: string | null
}

/** What is found is no fact: it is kept for an hour. */
const KEPT_MS = 3_600_000
/** Each holds tens of megabytes. */
const MOST_KEPT = 6

export class JobRunning extends Error {}

/** Work that threads do, one at a time for each person and one at a time in all; and what they found within the hour. */
export class CoverageJobs<Asked, Kept, Found> {
  readonly #jobs = new Map<string, Job<Asked, Kept, Found>>()
  readonly #waiting: (() => void)[] = []
  readonly #begin: (job: Job<Asked, Kept, Found>, onStep: (step: CoverageStep) => void) => RunningTask<Found>
  readonly #clock: () => number
  #running: { id: string; task: RunningTask<Found> } | undefined
  #closed = false

  /** @param clock Unix ms that never stand still, unlike a city's time in tests */
  constructor(
    begin: (job: Job<Asked, Kept, Found>, onStep: (step: CoverageStep) => void) => RunningTask<Found>,
    clock: () => number = Date.now,
  ) {
    this.#begin = begin
    this.#clock = clock
  }

  /** Of a job that is the asker's; undefined for any other. */
  of(id: string, by: string): Job<Asked, Kept, Found> | undefined {
    this.#forget()
    const job = this.#jobs.get(id)
    return job?.by === by ? job : undefined
  }

  isBusy(by: string): boolean {
    return [...this.#jobs.values()].some((job) => job.by === by && job.endedMs === null)
  }

  /** Throws JobRunning when one of the same person's is not done. */
  start(asked: Asked, { by, byName, at }: { by: string; byName: string; at: string }, kept: Kept) {
    if (this.isBusy(by)) throw new JobRunning('The last one is not done; cancel it, or wait.')
    const job: Job<Asked, Kept, Found> = {
      ...{ id: randomUUID(), by, byName, at, asked, kept, state: 'waiting', step: { share: 0, step: 'read' } },
      ...{ begunMs: this.#clock(), endedMs: null, found: null, fault: null },
    }
    this.#jobs.set(job.id, job)
    this.#forget()
    this.#waiting.push(() => this.#run(job))
    this.#next()
    return job
  }

  cancel(job: Job<Asked, Kept, Found>): void {
    if (job.endedMs !== null) return
    this.#end(job, 'cancelled')
    if (this.#running?.id === job.id) this.#running.task.stop()
  }

  close(): void {
    this.#closed = true
    this.#running?.task.stop()
  }

  progressOf({ step, begunMs, endedMs, state }: Job<Asked, Kept, Found>): JobProgress {
    return {
      ...{ share: state === 'done' ? 1 : Math.min(1, step.share), step: step.step },
      elapsedMs: Math.round((endedMs ?? this.#clock()) - begunMs),
    }
  }

  #next(): void {
    if (!this.#closed && !this.#running) this.#waiting.shift()?.()
  }

  #run(job: Job<Asked, Kept, Found>): void {
    if (job.state !== 'waiting') {
      this.#next()
      return
    }
    job.state = 'running'
    const task = this.#begin(job, (step) => {
      job.step = step
    })
    this.#running = { id: job.id, task }
    void task.done
      .then(
        (found) => {
          if (job.state === 'running') job.found = found
          this.#end(job, 'done')
        },
        (error: unknown) => {
          if (error instanceof TaskStopped) return
          job.fault = error instanceof Error ? error.message : String(error)
          this.#end(job, 'failed')
        },
      )
      .finally(() => {
        this.#running = undefined
        this.#next()
      })
  }

  #end(job: Job<Asked, Kept, Found>, state: JobState): void {
    if (job.endedMs === null) Object.assign(job, { state, endedMs: this.#clock() })
  }

  #forget(): void {
    const now = this.#clock()
    const over = [...this.#jobs.values()].filter(({ endedMs }) => endedMs !== null)
    for (const { id, endedMs } of over)
      if (now - (endedMs ?? now) > KEPT_MS || this.#jobs.size > MOST_KEPT) this.#jobs.delete(id)
  }
}
