import { Worker } from 'node:worker_threads'
import type { Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'

/** What is sent to the thread, and what comes back. */
export interface PlanTask {
  problem: Problem
  ms: number
  seed: number
}

export interface PlanNews {
  routes: Routes
  cost: number
  /** No plan costs less. */
  bound: number
  proved: boolean
  done: boolean
}

export interface RunningPlan {
  /** The last news. Rejects when the thread fails, and with PlanStopped when it was stopped. */
  done: Promise<PlanNews>
  stop(): void
}

export class PlanStopped extends Error {}

/** Plans a day away from the event loop, in a thread of its own that ends with it and keeps no process alive. */
export function startPlan(task: PlanTask, onNews: (news: PlanNews) => void): RunningPlan {
  const worker = new Worker(new URL('./plan-entrance.mjs', import.meta.url), { execArgv: [], workerData: task })
  worker.unref()
  let stopped = false
  const done = new Promise<PlanNews>((resolve, reject) => {
    worker.on('message', (news: PlanNews) => {
      onNews(news)
      if (!news.done) return
      resolve(news)
      void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(stopped ? new PlanStopped('stopped') : new Error('the planning thread ended early')))
  })
  return {
    done,
    stop() {
      stopped = true
      void worker.terminate()
    },
  }
}
