import { randomUUID } from 'node:crypto'
import type { PlanRequest, PlanRoute, PlanState } from '../contract/day-plan.ts'
import { greedyPlan } from '../insight/day-plan/greedy-plan.ts'
import { costOf, type PlanCost } from '../insight/day-plan/plan-cost.ts'
import { type PlanNews, PlanStopped, type RunningPlan, startPlan } from '../insight/day-plan/plan-thread.ts'
import { makeProblem, type PlanCase, type Problem } from '../insight/day-plan/problem.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { describeRoutes } from './describe-routes.ts'
import type { Day } from './gather-day.ts'
import type { TravelBook } from './travel-book.ts'

/** A day that is being planned, or was. */
export interface PlanJob {
  id: string
  /** Actor. */
  by: string
  byName: string
  asked: PlanRequest
  state: PlanState
  madeMs: number
  begunMs: number | null
  endedMs: number | null
  day: Day
  /** As the problem has them. */
  cases: readonly PlanCase[]
  travel: TravelBook
  problem: Problem
  before: PlanCost
  news: PlanNews | null
  fault: string | null
  accepted: Set<string>
  /** Written down once, when it is over. */
  routes: Promise<PlanRoute[]> | null
}

/** A proposal is no fact: it is kept for an hour. */
const KEPT_MS = 3_600_000
/** Each takes a core. */
const AT_ONCE = 2

export class PlanRunning extends Error {}

/** The plans that are being made, and those of the last hour; one at a time for each person. */
export class PlanJobs {
  readonly #jobs = new Map<string, PlanJob>()
  readonly #running = new Map<string, RunningPlan>()
  readonly #waiting: PlanJob[] = []
  readonly #clock: () => number
  #closed = false

  /** @param clock Unix ms that never stand still, unlike a city's time in tests */
  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** Of a job that is the asker's; undefined for any other. */
  of(id: string, by: string): PlanJob | undefined {
    this.#forget()
    const job = this.#jobs.get(id)
    return job?.by === by ? job : undefined
  }

  isBusy(by: string): boolean {
    return [...this.#jobs.values()].some((job) => job.by === by && (job.state === 'waiting' || job.state === 'running'))
  }

  /** Throws PlanRunning when one of the same person's is not done. */
  start(asked: PlanRequest, who: { by: string; byName: string }, day: Day, travel: TravelBook): PlanJob {
    if (this.isBusy(who.by)) throw new PlanRunning('A plan of yours is being made; cancel it, or wait.')
    this.#forget()
    const { minutesBetween } = travel
    const options = { atMs: day.atMs, minutesBetween }
    const cases = day.work.map((of): PlanCase => {
      const mayMove = asked.reassign && day.states.get(of.id)?.status === 'dispatched'
      return mayMove ? { ...of, only: null } : of
    })
    const problem = makeProblem(cases, day.crews, options)
    // As it stands: each keeps what it has, and what waits goes to the nearest free crew.
    const standing = asked.reassign ? makeProblem(day.work, day.crews, options) : problem
    const before = costOf(standing, greedyPlan(standing))
    const job: PlanJob = {
      ...{ id: randomUUID(), ...who, asked, state: 'waiting', day, cases, travel, problem, before },
      ...{
        madeMs: this.#clock(),
        begunMs: null,
        endedMs: null,
        news: null,
        fault: null,
        accepted: new Set<string>(),
        routes: null,
      },
    }
    this.#jobs.set(job.id, job)
    this.#waiting.push(job)
    this.#next()
    return job
  }

  /** What it has found until then stays; a plan that is over stays as it is. */
  cancel(job: PlanJob): void {
    if (job.state !== 'waiting' && job.state !== 'running') return
    this.#end(job, 'cancelled')
    this.#running.get(job.id)?.stop()
  }

  close(): void {
    this.#closed = true
    for (const running of this.#running.values()) running.stop()
  }

  #next(): void {
    while (!this.#closed && this.#running.size < AT_ONCE) {
      const job = this.#waiting.shift()
      if (!job) return
      if (job.state !== 'waiting') continue
      Object.assign(job, { state: 'running', begunMs: this.#clock() })
      const task = { problem: job.problem, ms: job.asked.limitSeconds * 1_000, seed: 1 }
      const running = startPlan(task, (news) => {
        if (job.state === 'running') job.news = news
      })
      this.#running.set(job.id, running)
      void running.done
        .then(
          () => this.#end(job, 'done'),
          (error: unknown) => {
            if (error instanceof PlanStopped) return
            job.fault = error instanceof Error ? error.message : String(error)
            this.#end(job, 'failed')
          },
        )
        .finally(() => {
          this.#running.delete(job.id)
          this.#next()
        })
    }
  }

  #end(job: PlanJob, state: PlanState): void {
    if (job.endedMs !== null) return
    Object.assign(job, { state, endedMs: this.#clock() })
  }

  #forget(): void {
    const now = this.#clock()
    for (const { id, endedMs } of this.#jobs.values())
      if (endedMs !== null && now - endedMs > KEPT_MS) this.#jobs.delete(id)
  }

  /** What is proposed, with its ways; nothing as long as it is being made. */
  routesOf(job: PlanJob, roads: Pick<CityRoads, 'way'>): Promise<PlanRoute[]> {
    if (job.endedMs === null || !job.news) return Promise.resolve([])
    job.routes ??= describeRoutes(job, roads)
    return job.routes
  }

  elapsedMs({ begunMs, endedMs }: PlanJob): number {
    return begunMs === null ? 0 : (endedMs ?? this.#clock()) - begunMs
  }
}
