import type { Context } from 'hono'
import { refuse as refuseCase } from '../cases/action-routes.ts'
import type { DayPlan } from '../contract/day-plan.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { acceptPlan } from './accept-plan.ts'
import { compareCrews, UnknownCrew } from './compare-crews.ts'
import { declarePlanRoutes } from './declare-plan-routes.ts'
import { describePlan } from './describe-plan.ts'
import { TooMuch } from './gather-day.ts'
import { type PlanJob, type PlanJobs, PlanRunning } from './plan-jobs.ts'
import type { PlanNeeds } from './plan-needs.ts'
import { predictLate } from './predict-late.ts'
import { startPlanning } from './start-planning.ts'

/** Plans of the day: proposals, which nobody sees but who asked; what is accepted of them is dispatched like anything else. */
export function planRoutes(needs: PlanNeeds & { gate: Gate; publicUrl: string | undefined; jobs: PlanJobs }) {
  const { start, predicted, whatIf, one, cancel, accept } = declarePlanRoutes(needs)
  const { now, roads, jobs } = needs

  const jobOf = (c: Context, id: string): PlanJob => {
    const job = jobs.of(id, actorOf(c).id)
    if (!job) throw notHere('plan', id)
    return job
  }
  const shown = async (job: PlanJob): Promise<DayPlan> => ({
    ...describePlan(job, jobs.elapsedMs(job)),
    routes: await jobs.routesOf(job, roads),
  })

  return newRoutes()
    .openapi(start, async (c) => {
      const job = await startPlanning(c.req.valid('json'), actorOf(c), needs).catch(refuse)
      return c.json(await shown(job), 202, { Location: `/api/plans/${job.id}` })
    })
    .openapi(predicted, async (c) => {
      const { area } = c.req.valid('query')
      return c.json(await predictLate(needs, { scope: actorOf(c).scope, area }).catch(refuse), 200)
    })
    .openapi(whatIf, async (c) =>
      c.json(await compareCrews(needs, c.req.valid('json'), actorOf(c).scope).catch(refuse), 200),
    )
    .openapi(one, async (c) => c.json(await shown(jobOf(c, c.req.valid('param').id)), 200))
    .openapi(cancel, async (c) => {
      const job = jobOf(c, c.req.valid('param').id)
      jobs.cancel(job)
      return c.json(await shown(job), 200)
    })
    .openapi(accept, async (c) => {
      const job = jobOf(c, c.req.valid('param').id)
      const [asked, actor] = [c.req.valid('json'), actorOf(c)]
      if (job.state === 'waiting' || job.state === 'running')
        throw new Refusal(409, 'plan-running', 'The plan is still being made; wait, or cancel it and take what it has.')
      if (!job.news) throw new Refusal(409, 'no-proposal', 'The plan has no proposal.')
      const writer = { actor, once: onceOf(c, actor.id, asked, now()) }
      const done = await acceptPlan(await shown(job), asked, writer, needs.cases).catch(refuseCase)
      for (const { results } of done.crews) for (const { id, refused } of results) if (!refused) job.accepted.add(id)
      return c.json(done, 200)
    })
}

function refuse(error: unknown): never {
  if (error instanceof TooMuch) throw new Refusal(400, 'too-many-cases', error.message, 'area')
  if (error instanceof UnknownCrew) throw new Refusal(404, 'unknown-crew', error.message, 'crewId')
  if (error instanceof PlanRunning) throw new Refusal(409, 'plan-running', error.message)
  throw error
}
