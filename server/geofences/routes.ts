import type { Context } from 'hono'
import { isCrewInScope } from '../contract/crew.ts'
import type { Crossing } from '../contract/geofence.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { etagOfSeq, readIfMatch } from '../http/if-match.ts'
import { checkRange } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { crossingsBetween } from './crossing-store.ts'
import { declareFenceRoutes } from './declare-fence-routes.ts'
import { type FenceRefusal, FenceRefused } from './fence-refused.ts'
import { allFences, fenceById, type SeenFence } from './fence-store.ts'
import { addFence, changeFence, type FenceNeeds } from './write-fence.ts'

/** 电子围栏: where they are, and who came in and left. */
export function fenceRoutes(needs: FenceNeeds & { gate: Gate; publicUrl: string | undefined }) {
  const { area, store, now } = needs
  const { list, crossings, one, add, change } = declareFenceRoutes(needs)
  const answer = (c: Context, { fence, seq }: SeenFence) => {
    c.header('ETag', etagOfSeq(seq))
    return fence
  }
  const writerOf = (c: Context, asked: unknown) => {
    const actor = actorOf(c).id
    return { actor, once: onceOf(c, actor, asked, now()) }
  }

  return newRoutes()
    .openapi(list, async (c) => {
      const withEnded = c.req.valid('query').ended === 'true'
      const fences = (await allFences(store.db, area)).map(({ fence }) => fence)
      const shown = fences.filter(({ endedAt }) => withEnded || endedAt === null)
      return c.json({ geofences: shown.sort((a, b) => (a.name < b.name ? -1 : 1)) }, 200)
    })
    .openapi(crossings, async (c) => {
      const { from, to, crew, fence, limit } = c.req.valid('query')
      checkRange(from, to)
      const { scope } = actorOf(c)
      const isAsked = ({ crewId, fenceId, areas, contractor }: Crossing): boolean =>
        (crew === undefined || crew === crewId) &&
        (fence === undefined || fence === fenceId) &&
        isCrewInScope(scope, { id: crewId, areas, contractor })
      const found: Crossing[] = []
      for (let after = 0; found.length < limit; ) {
        const told = await crossingsBetween(store.db, area, { from, to, after, limit: PAGE })
        found.push(...told.map(({ crossing }) => crossing).filter(isAsked))
        if (told.length < PAGE) break
        after = told.at(-1)?.seq ?? 0
      }
      return c.json({ crossings: found.slice(0, limit) }, 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const seen = await fenceById(store.db, area, id)
      if (!seen) throw notHere('geofence', id)
      return c.json(answer(c, seen), 200)
    })
    .openapi(add, async (c) => {
      const given = c.req.valid('json')
      return c.json(answer(c, await addFence(given, writerOf(c, given), needs).catch(refuse)), 201)
    })
    .openapi(change, async (c) => {
      const [{ id }, patch] = [c.req.valid('param'), c.req.valid('json')]
      const seen = readIfMatch(c.req.valid('header')['if-match'])
      const changed = await changeFence({ id, seen, patch }, writerOf(c, patch), needs).catch(refuse)
      return c.json(answer(c, changed), 200)
    })
}

const PAGE = 2_000
const STATUS: Record<FenceRefusal, Refusal['status']> = { absent: 404, stale: 412 }

function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (!(error instanceof FenceRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, undefined, headers)
}
