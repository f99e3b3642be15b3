import { createRoute, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { Me, PasswordChange, Session } from '../contract/session.ts'
import { actorOf, allowOwn } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { callerOf } from '../http/caller-of.ts'
import { type Holder, revoked } from '../http/gate.ts'
import { limitRate } from '../http/limit-rate.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { notHere, Refusal } from '../http/refusals.ts'
import { giveCookie, tokenIn } from '../http/session-cookie.ts'
import { leave } from './leave.ts'
import { refuse } from './refused-by-routes.ts'
import type { SessionNeeds } from './session-routes.ts'
import { sessionsOf } from './session-store.ts'
import { setPassword } from './set-password.ts'
import { confirmSecondFactor, offerSecondFactor } from './set-up-second-factor.ts'

const TRIES = { burst: 20, perSecond: 1 }
const tags = ['Signing in']
const query = z.strictObject({})
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const Code = z.strictObject({ code: z.string().max(40).optional() })
const OfferedFactor = z.object({ secret: z.string(), uri: z.string(), picture: z.string() }).openapi('OfferedFactor')

function declareRoutes({ gate, publicUrl, now }: SessionNeeds) {
  const own: [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allowOwn(gate),
    limitRate({ ...TRIES, now }),
  ]
  const bad = refusals(400, 401, 403, 404, 409, 413, 415, 429, 503)
  return {
    me: createRoute({
      ...{ method: 'get', path: '/', tags, summary: 'Who asks, and what they have to set up' },
      request: { query },
      responses: { 200: json('Who asks; `actor` is null for a guest', named('Me', Me)), ...refusals(400, 401, 503) },
    }),
    password: createRoute({
      ...{ method: 'patch', path: '/password', tags, summary: 'Set your password; your other sessions end' },
      ...{ middleware: own, request: { query, body: body(named('PasswordChange', PasswordChange)) } },
      responses: { 204: { description: 'It is set; the cookie is a new one' }, ...bad },
    }),
    offer: createRoute({
      ...{ method: 'post', path: '/second-factor', tags, summary: 'Begin to set up an authenticator' },
      ...{ middleware: own, request: { query, body: body(Code) } },
      responses: { 200: json('To be taken up by the authenticator; `picture` is an SVG', OfferedFactor), ...bad },
    }),
    confirm: createRoute({
      ...{ method: 'post', path: '/second-factor/confirm', tags, summary: 'Take the authenticator into use' },
      ...{ middleware: own, request: { query, body: body(z.strictObject({ code: z.string().max(40) })) } },
      responses: { 200: json('Shown this once', z.object({ recoveryCodes: z.array(z.string()) })), ...bad },
    }),
    sessions: createRoute({
      ...{ method: 'get', path: '/sessions', tags, summary: 'Where you are signed in' },
      ...{ middleware: [allowOwn(gate)] as const, request: { query } },
      responses: { 200: json('The latest first', z.object({ sessions: z.array(named('Session', Session)) })), ...bad },
    }),
    end: createRoute({
      ...{ method: 'delete', path: '/sessions/{id}', tags, summary: 'Sign out elsewhere' },
      ...{ middleware: own, request: { params: z.object({ id: z.string().max(80) }), query } },
      responses: { 204: { description: 'That session is over' }, ...bad },
    }),
  }
}

/** What a person reads and sets about themselves. */
export function meRoutes(needs: SessionNeeds) {
  const { gate, area, store, publicUrl } = needs
  const { me, password, offer, confirm, sessions, end } = declareRoutes(needs)
  return newRoutes()
    .openapi(me, async (c) => {
      const holder = await gate.holderOf(c)
      if (holder?.revoked) throw revoked()
      if (holder?.session.means === 'pairing') keepWall(c)
      c.header('Cache-Control', 'no-store')
      return c.json(meOf(holder), 200)
    })
    .openapi(password, async (c) => {
      const token = await setPassword(personOf(c), c.req.valid('json'), callerOf(c, publicUrl), needs).catch(refuse)
      gate.forget()
      giveCookie(c, token, gate.way)
      return c.body(null, 204)
    })
    .openapi(offer, async (c) => {
      c.header('Cache-Control', 'no-store')
      return c.json(await offerSecondFactor(personOf(c), c.req.valid('json').code, needs).catch(refuse), 200)
    })
    .openapi(confirm, async (c) => {
      const recoveryCodes = await confirmSecondFactor(personOf(c), c.req.valid('json').code, needs).catch(refuse)
      gate.forget()
      c.header('Cache-Control', 'no-store')
      return c.json({ recoveryCodes }, 200)
    })
    .openapi(sessions, async (c) => {
      const found = await sessionsOf(store.db, area, actorOf(c).id)
      const current = gate.sessionOf(c)
      const shown = found.map(({ id, means, madeMs, seenMs, address, browser }) => ({
        ...{ id, means, address, browser, current: id === current },
        ...{ madeAt: new Date(madeMs).toISOString(), seenAt: new Date(seenMs).toISOString() },
      }))
      return c.json({ sessions: shown }, 200)
    })
    .openapi(end, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await leave({ id, actor: actorOf(c).id }, needs))) throw notHere('session', id)
      gate.forget()
      return c.body(null, 204)
    })

  function meOf(holder: Holder | undefined): Me {
    const { actor = null, todo = [], secondFactor = false, demo = false } = holder ?? {}
    return { actor, todo, secondFactor, demo, guestsRead: [...gate.guestsRead] }
  }

  /** A browser keeps no cookie for longer than 400 days, and a wall hangs there for longer: it is given again each time. */
  function keepWall(c: Context): void {
    const token = tokenIn(c.req.header('Cookie'), c.req.url, gate.way)
    if (token !== undefined) giveCookie(c, token, gate.way, true)
  }
}

/** Walls have no password; guard-writes.ts has refused them before. */
function personOf(c: Context): string {
  const [kind, id = ''] = actorOf(c).id.split(':')
  if (kind !== 'person') throw new Refusal(403, 'not-allowed', 'Only people have a password.')
  return id
}
