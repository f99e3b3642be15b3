import type { Worker } from 'node:worker_threads'
import { openThread } from '../thread/open-thread.ts'
import type { Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'
import { isSmall } from './solve-plan.ts'

/** What is sent to a thread, and what comes back. */
export interface PlanTask {
  /** One looks for plans, and one for what no plan falls below. */
  part: 'search' | 'bound'
  problem: Problem
  /** Unix ms. */
  untilMs: number
  seed: number
}

export type ThreadNews =
  | { kind: 'plan'; routes: Routes; cost: number; proved: boolean; done: boolean }
  | { kind: 'bound'; bound: number }

export interface PlanNews {
  routes: Routes
  cost: number
  /** No plan costs less. */
  bound: number
  proved: boolean
}

export interface RunningPlan {
  /** The last news. Rejects when a thread fails, and with PlanStopped when it was stopped. */
  done: Promise<PlanNews>
  stop(): void
}

/** Of the time that is given, kept back for the way of the last news. */
const RESERVE_MS = 400

export class PlanStopped extends Error {}

/** Plans a day away from the event loop, in two threads of its own that end with it and keep no process alive.
 *  @param asked.ms all that it may take, the start of the threads included */
export function startPlan(
  { problem, ms, seed }: { problem: Problem; ms: number; seed: number },
  onNews: (news: PlanNews) => void,
): RunningPlan {
  const untilMs = Date.now() + Math.max(ms / 2, ms - RESERVE_MS)
  const parts = isSmall(problem) ? (['search'] as const) : (['search', 'bound'] as const)
  const workers = parts.map((part) => startThread({ part, problem, untilMs, seed }))
  const end = (): void => {
    for (const worker of workers) void worker.terminate()
  }
  let stopped = false
  let [bound, plan]: [number, (ThreadNews & { kind: 'plan' }) | undefined] = [0, undefined]
  const done = new Promise<PlanNews>((resolve, reject) => {
    const take = (news: ThreadNews): void => {
      if (news.kind === 'bound') bound = Math.max(bound, news.bound)
      else plan = news
      if (!plan) return
      const { routes, cost, proved } = plan
      const now = { routes, cost, proved, bound: proved ? cost : Math.min(bound, cost) }
      onNews(now)
      if (!plan.done) return
      resolve(now)
      end()
    }
    for (const worker of workers) worker.on('message', take)
    for (const worker of workers)
      worker.on('error', (error) => {
        reject(error)
        end()
      })
    workers[0]?.on('exit', () =>
      reject(stopped ? new PlanStopped('stopped') : new Error('the planning thread ended early')),
    )
  })
  return {
    done,
    stop() {
      stopped = true
      end()
    },
  }
}

const startThread = (task: PlanTask): Worker => openThread({ beside: import.meta.url, name: 'plan' }, task)
