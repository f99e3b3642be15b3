import { parentPort, workerData } from 'node:worker_threads'
import highsLoader from 'highs'
import { lowerBound } from './lower-bound.ts'
import type { PlanTask, ThreadNews } from './plan-thread.ts'
import { routeBound } from './route-bound.ts'
import { solvePlan } from './solve-plan.ts'

// The other end of startPlan: like main.ts an entrance, and so it acts when it is loaded. Its parent ends it.
const { part, problem, untilMs, seed }: PlanTask = workerData
const tell = (news: ThreadNews): void => parentPort?.postMessage(news)
const leftMs = (): number => Math.max(0, untilMs - Date.now())

/** Of its time the thread that looks for the bound makes a plan of its own to look below. */
const OWN_PLAN = 0.15

async function search(ms: number, onPlan: (news: ThreadNews & { kind: 'plan' }) => void) {
  const steps = solvePlan(problem, { seed, ms }, () => highsLoader())
  for (let step = await steps.next(); ; step = await steps.next()) {
    const { routes, cost, proved } = step.value
    const news = { kind: 'plan' as const, routes, cost, proved, done: step.done === true }
    onPlan(news)
    if (step.done) return news
  }
}

if (part === 'search') await search(leftMs(), tell)
else {
  const { routes, cost } = await search(leftMs() * OWN_PLAN, () => undefined)
  const onBound = (bound: number): void => tell({ kind: 'bound', bound })
  onBound(lowerBound(problem, { best: cost, ms: leftMs() / 2 }))
  routeBound(problem, { routes, cost, ms: leftMs(), onBound })
}
