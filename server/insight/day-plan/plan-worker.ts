import { parentPort, workerData } from 'node:worker_threads'
import highsLoader from 'highs'
import { lowerBound } from './lower-bound.ts'
import type { PlanNews, PlanTask } from './plan-thread.ts'
import { isSmall, solvePlan } from './solve-plan.ts'

// The other end of startPlan: like main.ts an entrance, and so it acts when it is loaded. Its parent ends it.
const { problem, ms, seed }: PlanTask = workerData
const tell = (news: PlanNews): void => parentPort?.postMessage(news)

/** Of the time that is given; a bound far from the plan is worth less than a better plan. */
const BOUND_SHARE = 0.12

let bound = 0
const steps = solvePlan(problem, { seed, ms: ms * (1 - BOUND_SHARE) }, () => highsLoader())
for (let step = await steps.next(); ; step = await steps.next()) {
  const { routes, cost, proved } = step.value
  if (proved) bound = cost
  // Again at the end: the better the plan is, the surer the steps of the bound.
  else if (!isSmall(problem) && (bound === 0 || step.done))
    bound = Math.max(bound, lowerBound(problem, { best: cost, ms: (ms * BOUND_SHARE) / 2 }))
  tell({ routes, cost, bound: Math.min(bound, cost), proved, done: step.done === true })
  if (step.done) break
}
