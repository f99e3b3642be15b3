import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { FaultReport, ListedScreen, NewScreen, Pairing, Screen, type ScreenFault } from '../contract/screen.ts'
import { actorOf, allow } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { callerOf } from '../http/caller-of.ts'
import type { SessionGate } from '../http/gate.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { limitRate } from '../http/limit-rate.ts'
import { limitBodyTo } from '../http/limits.ts'
import { CursorParameter, IdParameter, readCursor } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { onceOf } from '../http/once-of.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter } from '../http/parameters.ts'
import { giveCookie, refuseInClear } from '../http/session-cookie.ts'
import type { PeopleNeeds } from '../people/add-person.ts'
import { refuse } from '../people/refused-by-routes.ts'
import { decodeCursor } from '../store/cursor.ts'
import { healthOf } from '../walls/health-of.ts'
import { keptReports } from '../walls/report-store.ts'
import { askToPair } from './ask-to-pair.ts'
import { collectPairing } from './collect-pairing.ts'
import { pairScreen } from './pair-screen.ts'
import { revokeScreen } from './revoke-screen.ts'
import { listScreens } from './screen-store.ts'

export interface ScreenNeeds extends PeopleNeeds {
  gate: SessionGate
  metrics: { countFault(fault: ScreenFault): void }
  publicUrl: string | undefined
}

const tags = ['Screens']
const BODY_BYTES = 1024
/** All walls of a bureau may lose their maps, or ask to be let in, at once; who goes on beyond that is no screen. */
const REPORTS = { burst: 60, perSecond: 1 }
const ASKED = { burst: 20, perSecond: 0.2 }
const COLLECTED = { burst: 120, perSecond: 30 }
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const ScreenAnswer = named('Screen', Screen)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const Collected = z.object({ state: z.enum(['waiting', 'paired']) }).openapi('CollectedPairing')

function declareRoutes({ gate, publicUrl, now }: ScreenNeeds) {
  const own = ownOriginOnly({ publicUrl })
  const anybody = (rate: typeof REPORTS): [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] => [
    own,
    limitRate({ ...rate, now }),
    limitBodyTo(BODY_BYTES),
  ]
  const admin: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'screen')]
  const bad = refusals(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
  return {
    faults: createRoute({
      ...{ method: 'post', path: '/faults', tags, middleware: anybody(REPORTS) },
      summary: 'A screen tells what went wrong on it; counted in /metrics, kept nowhere',
      request: { query, body: body(named('FaultReport', FaultReport)) },
      responses: { 204: { description: 'It is counted' }, ...refusals(400, 403, 413, 415, 429, 503) },
    }),
    ask: createRoute({
      ...{ method: 'post', path: '/pairings', tags, middleware: anybody(ASKED) },
      summary: 'A wall asks to be let in: it shows the code',
      request: { query, body: body(z.strictObject({})) },
      responses: { 201: json('The code to show, and the secret to ask again with', named('Pairing', Pairing)), ...bad },
    }),
    collect: createRoute({
      ...{ method: 'post', path: '/pairings/collect', tags, middleware: anybody(COLLECTED) },
      summary: 'The wall asks whether it was let in; then the cookie comes, once',
      request: { query, body: body(z.strictObject({ secret: z.string().max(100) })) },
      responses: { 200: json('Whether it is', Collected), ...bad },
    }),
    pair: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: admin, summary: 'Let the wall in that shows this code' },
      request: {
        headers: z.object({ 'idempotency-key': IdempotencyKeyHeader }),
        query,
        body: body(named('NewScreen', NewScreen)),
      },
      responses: { 201: json('The screen', ScreenAnswer), ...bad },
    }),
    list: createRoute({
      ...{ method: 'get', path: '/', tags, summary: 'Walls that were let in, the latest first' },
      middleware: [allow(gate, 'read', 'screen')] as const,
      request: { query: z.strictObject({ limit: countParameter(500, 100), cursor: CursorParameter }) },
      responses: {
        200: json(
          'A page',
          z.object({
            at: z.string(),
            screens: z.array(named('ListedScreen', ListedScreen)),
            next: z.string().nullable(),
          }),
        ),
        ...bad,
      },
    }),
    revoke: createRoute({
      ...{ method: 'delete', path: '/{id}', tags, middleware: admin, summary: 'Take a wall out, at once' },
      request: { params, query },
      responses: { 200: json('As it is now', ScreenAnswer), ...bad },
    }),
  }
}

/** Walls: how they are let in, seen and taken out. */
export function screenRoutes(needs: ScreenNeeds) {
  const { area, store, gate, metrics, publicUrl, now } = needs
  const { faults, ask, collect, pair, list, revoke } = declareRoutes(needs)
  return newRoutes()
    .openapi(faults, (c) => {
      metrics.countFault(c.req.valid('json').fault)
      return c.body(null, 204)
    })
    .openapi(ask, async (c) => {
      refuseInClear(c.req.url, gate.way)
      c.header('Cache-Control', 'no-store')
      return c.json(await askToPair(needs).catch(refuse), 201)
    })
    .openapi(collect, async (c) => {
      refuseInClear(c.req.url, gate.way)
      const { secret } = c.req.valid('json')
      const token = await collectPairing(secret, callerOf(c, publicUrl), needs).catch(refuse)
      if (token === undefined) return c.json({ state: 'waiting' as const }, 200)
      giveCookie(c, token, gate.way, true)
      return c.json({ state: 'paired' as const }, 200)
    })
    .openapi(pair, async (c) => {
      const [given, actor] = [c.req.valid('json'), actorOf(c).id]
      const { screen } = await pairScreen(given, { actor, once: onceOf(c, actor, given, now()) }, needs).catch(refuse)
      return c.json(screen, 201)
    })
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const { screens, next } = await listScreens(store.db, area, { after: readCursor(cursor, decodeCursor), limit })
      const told = new Map((await keptReports(store.db, area)).map((kept) => [kept.screenId, kept]))
      const at = now()
      const health = (id: string) => {
        const kept = told.get(id)
        return kept ? healthOf(kept, at.getTime()) : null
      }
      return c.json(
        { at: at.toISOString(), screens: screens.map((one) => ({ ...one, health: health(one.id) })), next },
        200,
      )
    })
    .openapi(revoke, async (c) => {
      const screen = await revokeScreen(c.req.valid('param').id, actorOf(c).id, needs).catch(refuse)
      gate.forget()
      return c.json(screen, 200)
    })
}
