import { createRoute, z } from '@hono/zod-openapi'
import { Session } from '../contract/session.ts'
import { actorOf, allow } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { notHere } from '../http/refusals.ts'
import { isOver } from './is-over.ts'
import { personById } from './person-store.ts'
import { refuse } from './refused-by-routes.ts'
import { revokeSession } from './revoke-session.ts'
import type { SessionNeeds } from './session-routes.ts'
import { sessionsOf } from './session-store.ts'

const tags = ['People']
const query = z.strictObject({})
const one = z.object({ id: IdParameter, session: z.string().max(80) })

function declareRoutes({ gate, publicUrl }: SessionNeeds) {
  return {
    list: createRoute({
      ...{ method: 'get', path: '/{id}/sessions', tags, summary: 'Where a person is signed in' },
      middleware: [allow(gate, 'read', 'person')] as const,
      request: { params: one.pick({ id: true }), query },
      responses: {
        200: json('The latest first', z.object({ sessions: z.array(named('Session', Session)) })),
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
    end: createRoute({
      ...{ method: 'delete', path: '/{id}/sessions/{session}', tags, summary: 'Sign a person out of one place' },
      middleware: [ownOriginOnly({ publicUrl }), allow(gate, 'write', 'person')] as const,
      request: { params: one, query },
      responses: { 204: { description: 'That session is over' }, ...refusals(400, 401, 403, 404, 415, 503) },
    }),
  }
}

/** Where somebody else is signed in: seen, and ended, by whoever looks after the people. */
export function personSessionRoutes(needs: SessionNeeds) {
  const { gate, area, store, now } = needs
  const { list, end } = declareRoutes(needs)
  return newRoutes()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await personById(store.db, area, id))) throw notHere('person', id)
      const [found, nowMs, current] = [await sessionsOf(store.db, area, `person:${id}`), now(), gate.sessionOf(c)]
      const shown = found
        .filter((session) => !isOver(session, nowMs.getTime()))
        .map(({ madeMs, seenMs, actor: _, ...session }) => ({
          ...{ ...session, current: session.id === current },
          ...{ madeAt: new Date(madeMs).toISOString(), seenAt: new Date(seenMs).toISOString() },
        }))
      return c.json({ sessions: shown }, 200)
    })
    .openapi(end, async (c) => {
      const { id, session } = c.req.valid('param')
      const asked = { personId: id, sessionId: session }
      if (!(await revokeSession(asked, actorOf(c).id, needs).catch(refuse))) throw notHere('session', session)
      gate.forget()
      return c.body(null, 204)
    })
}
