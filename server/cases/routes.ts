import type { Context } from 'hono'
import { cardOf } from '../contract/case-card.ts'
import { isInScope } from '../contract/scope.ts'
import { type Gate, guestOrActor } from '../http/acting.ts'
import { etagOfSeq } from '../http/if-match.ts'
import { checkRange, readCursor } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { notHere } from '../http/refusals.ts'
import { decodeCursor } from '../store/cursor.ts'
import type { Store } from '../store/store.ts'
import { listCases, type SeenCase } from './case-store.ts'
import { declareCaseRoutes } from './declare-case-routes.ts'
import { findCase } from './find-case.ts'
import { readTimeline } from './read-timeline.ts'

export interface CaseReadNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  now: () => Date
}

export function caseRoutes({ gate, area, store, now }: CaseReadNeeds) {
  const { list, one, timeline } = declareCaseRoutes(gate)

  const caseOf = async (c: Context, id: string): Promise<SeenCase> => {
    const found = await findCase(store.db, area, id)
    const actor = guestOrActor(c)
    if (!found || (actor && !isInScope(actor.scope, found.state))) throw notHere('case', id)
    return found
  }

  return newRoutes()
    .openapi(list, async (c) => {
      const { limit, cursor, code, light, q, sort, ...filter } = c.req.valid('query')
      checkRange(filter.from, filter.to)
      const scope = guestOrActor(c)?.scope
      const page = await listCases(store.db, area, {
        filter: {
          ...filter,
          ...(code === undefined ? {} : { code: [code] }),
          ...(light === undefined ? {} : { light: { of: light, now: now().getTime() } }),
          ...(q === undefined ? {} : { number: q }),
          ...(scope === undefined ? {} : { scope }),
        },
        ...{ sort, limit, after: readCursor(cursor, decodeCursor) },
      })
      return c.json(page, 200)
    })
    .openapi(one, async (c) => {
      const { state, seq } = await caseOf(c, c.req.valid('param').id)
      return c.json(cardOf(state, guestOrActor(c), now()), 200, { ETag: etagOfSeq(seq) })
    })
    .openapi(timeline, async (c) => {
      const { state } = await caseOf(c, c.req.valid('param').id)
      return c.json({ steps: await readTimeline(store.db, area, state.id, guestOrActor(c) !== undefined) }, 200)
    })
}
