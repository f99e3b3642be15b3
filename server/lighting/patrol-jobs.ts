import { randomUUID } from 'node:crypto'
import type { PatrolAsked, PatrolRoute } from '../contract/lighting.ts'
import type { Round } from '../insight/lighting/patrol/find-round.ts'
import { startPatrol } from '../insight/lighting/patrol/patrol-thread.ts'
import type { RunningTask } from '../insight/thread/run-in-thread.ts'
import { describeRounds, type PatrolWork } from './plan-patrol.ts'

interface PatrolJob {
  by: string
  madeMs: number
  told: PatrolRoute
  running: RunningTask<Round[]>
}

/** A proposal is no fact: it is kept for an hour. */
const KEPT_MS = 3_600_000

export class PatrolRunning extends Error {}

/** Night patrols that are being laid out, and those of the last hour; one at a time for each person. */
export class PatrolJobs {
  readonly #jobs = new Map<string, PatrolJob>()
  readonly #begin: typeof startPatrol

  /** @param begin what lays a patrol out, behind the requests */
  constructor(begin = startPatrol) {
    this.#begin = begin
  }

  /** Throws PatrolRunning when one of the same person's is not done. */
  start(asked: PatrolAsked, by: string, work: PatrolWork): PatrolRoute {
    const madeMs = Date.now()
    for (const [id, job] of this.#jobs)
      if (madeMs - job.madeMs > KEPT_MS && job.told.state !== 'running') this.#jobs.delete(id)
    if ([...this.#jobs.values()].some((job) => job.by === by && job.told.state === 'running'))
      throw new PatrolRunning('A patrol of yours is being laid out; wait, or cancel it.')
    const { lamps, offRoad } = work
    const told: PatrolRoute = {
      ...{ id: randomUUID(), state: 'running', asked, lamps, offRoad, progress: 0, fault: null, route: null },
    }
    const running = this.#begin(work.task, (share) => {
      if (told.state === 'running') told.progress = share
    })
    this.#jobs.set(told.id, { by, madeMs, told, running })
    void running.done.then(
      (rounds) => {
        if (told.state !== 'running') return
        Object.assign(told, { state: 'done', progress: 1, route: describeRounds(rounds, work, Date.now() - madeMs) })
      },
      (error: unknown) => {
        if (told.state !== 'running') return
        Object.assign(told, { state: 'failed', fault: error instanceof Error ? error.message : String(error) })
      },
    )
    return told
  }

  /** Of a patrol that is the asker's; undefined for any other. */
  of(id: string, by: string): PatrolRoute | undefined {
    const job = this.#jobs.get(id)
    return job?.by === by ? job.told : undefined
  }

  /** One that is over stays as it is. */
  cancel(id: string): void {
    const job = this.#jobs.get(id)
    if (job?.told.state !== 'running') return
    job.told.state = 'cancelled'
    job.running.stop()
  }

  close(): void {
    for (const { running } of this.#jobs.values()) running.stop()
  }
}
