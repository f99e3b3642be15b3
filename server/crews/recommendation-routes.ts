import { createRoute, z } from '@hono/zod-openapi'
import { findCase } from '../cases/find-case.ts'
import type { OpenDesk } from '../cases/open-desk.ts'
import type { Case } from '../contract/case.ts'
import { isCrewInScope } from '../contract/crew.ts'
import { Recommendation } from '../contract/recommendation.ts'
import type { Responsibility } from '../contract/responsibility.ts'
import { isInScope } from '../contract/scope.ts'
import type { SkillRule } from '../contract/skill-rule.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { notHere } from '../http/refusals.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { historyOf } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'
import type { CrewPlaces } from './crew-places.ts'
import { allCrews } from './crew-store.ts'
import { reachOf } from './recommend/reach.ts'
import { recommend } from './recommend/recommend.ts'
import { sentBackBy } from './recommend/sent-back-by.ts'
import { taskOf } from './recommend/task-of.ts'

export interface RecommendationNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  now: () => Date
  places: CrewPlaces
  roads: CityRoads
  /** Knows what each crew has in hand. */
  desk: Pick<OpenDesk, 'loads'>
  skills: readonly SkillRule[]
  placement: { responsibility: Responsibility | null }
}

const crewsOf = ({ gate }: RecommendationNeeds) =>
  createRoute({
    method: 'get',
    path: '/{id}/crews',
    tags: ['Crews'],
    summary: 'Which crews fit a case, the best first with the reasons, and why the others do not',
    // Of each crew it says where it is.
    middleware: [allow(gate, 'read', 'position')] as const,
    request: { params: z.object({ id: IdParameter }), query: z.strictObject({}) },
    responses: {
      200: json('The crews in the asker’s scope', named('Recommendation', Recommendation)),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

/** Who is to be sent (D8). */
export function recommendationRoutes(needs: RecommendationNeeds) {
  const { area, store, now, places, roads, desk, skills, placement } = needs

  /** So long a history is read as cases have. */
  const sentBack = async ({ id, sendBacks }: Case): Promise<Set<string>> =>
    sendBacks === 0
      ? new Set()
      : sentBackBy(await historyOf(store.db, { city: area, entity: 'case', entityId: id, limit: 500 }))

  return newRoutes().openapi(crewsOf(needs), async (c) => {
    const { id } = c.req.valid('param')
    const scope = guestOrActor(c)?.scope
    const state = (await findCase(store.db, area, id))?.state
    if (!state || (scope && !isInScope(scope, state))) throw notHere('case', id)
    const { responsibility } = placement
    const task = taskOf(state, { skills, responsibility }, await sentBack(state))
    const loads = desk.loads()
    // Of those that work no longer only who had the case: nobody asks about the others.
    const candidates = (await allCrews(store.db, area))
      .filter(({ crew }) => !scope || isCrewInScope(scope, crew))
      .filter(({ crew }) => crew.endedAt === null || task.sentBackBy.has(crew.id))
      .map(({ crew }) => ({
        ...{ crew, load: loads.get(crew.id) ?? 0 },
        position: crew.onDuty ? places.of(crew.id) : undefined,
      }))
    const at = now()
    const ranking = recommend(task, candidates, { nowMs: at.getTime(), reach: reachOf(state.location, roads) })
    return c.json({ at: at.toISOString(), caseId: state.id, ...ranking, roads: roads.has }, 200)
  })
}
