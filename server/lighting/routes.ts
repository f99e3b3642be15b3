import type { Context } from 'hono'
import type { PatrolRoute } from '../contract/lighting.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { newRoutes } from '../http/new-routes.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { lightingYear } from '../insight/lighting/nights.ts'
import { planDimming } from '../insight/lighting/plan-dimming.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { declareLightingRoutes } from './declare-lighting-routes.ts'
import { type PatrolJobs, PatrolRunning } from './patrol-jobs.ts'
import { planPatrol } from './plan-patrol.ts'
import { type LightNeeds, NoPlace, placeOfCity, poweredLamps, rateLights } from './rate-lights.ts'

export interface LightingNeeds extends LightNeeds {
  gate: Gate
  publicUrl: string | undefined
  roads: Pick<CityRoads, 'net' | 'speeds'>
  patrols: PatrolJobs
}

/** Lamps: whether they burn as they should, when they do, and who looks after them at night. */
export function lightingRoutes(needs: LightingNeeds) {
  const { rate, rules, year, dimming, start, one, cancel } = declareLightingRoutes(needs)
  const thisYear = (): number => Number(dateOf(placeInTime(needs.now().toISOString()).day).slice(0, 4))
  const patrolOf = (c: Context, id: string): PatrolRoute => {
    const patrol = needs.patrols.of(id, actorOf(c).id)
    if (!patrol) throw notHere('patrol', id)
    return patrol
  }

  return newRoutes()
    .openapi(rate, async (c) => {
      const { rule } = c.req.valid('query')
      const rated = await rateLights({ ruleId: rule, scope: actorOf(c).scope, signal: c.req.raw.signal }, needs).catch(
        refuse,
      )
      if (!rated) throw notHere('rule', rule ?? '')
      return c.json(rated, 200)
    })
    .openapi(rules, (c) => c.json(needs.rules, 200))
    .openapi(year, async (c) => {
      const { year: of = thisYear(), onMinutes = 0, offMinutes = 0 } = c.req.valid('query')
      return c.json(lightingYear(of, await placeOfCity(needs).catch(refuse), { onMinutes, offMinutes }), 200)
    })
    .openapi(dimming, async (c) => {
      const asked = c.req.valid('json')
      const lamps = poweredLamps(needs.memory)
      const at = await placeOfCity(needs).catch(refuse)
      return c.json(planDimming(lamps, { ...asked, year: asked.year ?? thisYear() }, { at, rules: needs.rules }), 200)
    })
    .openapi(start, async (c) => {
      const asked = c.req.valid('json')
      const work = await planPatrol(asked, needs, c.req.raw.signal).catch(refuse)
      if (work.task.required.length === 0)
        throw new Refusal(409, 'nothing-to-pass', 'No road carries a lamp of these; ask for other roads, or for all.')
      const told = startOrRefuse(() => needs.patrols.start(asked, actorOf(c).id, work))
      return c.json(told, 202, { Location: `/api/lighting/patrols/${told.id}` })
    })
    .openapi(one, (c) => c.json(patrolOf(c, c.req.valid('param').id), 200))
    .openapi(cancel, (c) => {
      const patrol = patrolOf(c, c.req.valid('param').id)
      needs.patrols.cancel(patrol.id)
      return c.json(patrol, 200)
    })
}

function startOrRefuse(start: () => PatrolRoute): PatrolRoute {
  try {
    return start()
  } catch (error) {
    if (error instanceof PatrolRunning) throw new Refusal(409, 'patrol-running', error.message)
    throw error
  }
}

function refuse(error: unknown): never {
  if (error instanceof NoPlace) throw new Refusal(404, 'no-city', error.message)
  throw error
}
