import { createRoute, z } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import { Me, SignIn } from '../contract/session.ts'
import { json, refusals } from '../http/answers.ts'
import { callerOf } from '../http/caller-of.ts'
import type { SessionGate } from '../http/gate.ts'
import { limitRate } from '../http/limit-rate.ts'
import { limitBodyTo } from '../http/limits.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { giveCookie, refuseInClear, takeCookie } from '../http/session-cookie.ts'
import type { SecretNeeds } from './add-person.ts'
import { leave } from './leave.ts'
import { refuse } from './refused-by-routes.ts'
import { signIn } from './sign-in.ts'

export interface SessionNeeds extends SecretNeeds {
  gate: SessionGate
  publicUrl: string | undefined
  log: Logger
}

/** A try costs 19 MiB and some 30 ms of a core, whoever makes it. */
const TRIES = { burst: 30, perSecond: 5 }
const BODY_BYTES = 4096
const tags = ['Signing in']
const query = z.strictObject({})

const start = ({ publicUrl, now }: SessionNeeds) =>
  createRoute({
    ...{ method: 'post', path: '/', tags, summary: 'Sign in; the cookie is the session' },
    middleware: [ownOriginOnly({ publicUrl }), limitRate({ ...TRIES, now }), limitBodyTo(BODY_BYTES)] as const,
    request: { query, body: { required: true, content: { 'application/json': { schema: named('SignIn', SignIn) } } } },
    responses: {
      200: json('Who you are', named('SignedIn', Me.pick({ actor: true }))),
      ...refusals(400, 401, 403, 413, 415, 429, 503),
    },
  })

const end = ({ publicUrl }: SessionNeeds) =>
  createRoute({
    ...{ method: 'delete', path: '/', tags, summary: 'Sign out' },
    middleware: [ownOriginOnly({ publicUrl })] as const,
    request: { query },
    responses: { 204: { description: 'Nobody is signed in here' }, ...refusals(400, 403, 503) },
  })

/** The session of whoever asks: begun with a password, ended. */
export function sessionRoutes(needs: SessionNeeds) {
  const { gate, publicUrl, log } = needs
  return newRoutes()
    .openapi(start(needs), async (c) => {
      refuseInClear(c.req.url, gate.way)
      const caller = callerOf(c, publicUrl)
      const before = await gate.holderOf(c)
      const { person, session } = await signIn(c.req.valid('json'), caller, needs).catch((error: unknown) => {
        // Not the name: it may be a password, typed into the wrong line.
        log.warn({ address: caller.address }, 'a sign-in was refused')
        return refuse(error)
      })
      if (before) await leave(before.session, needs)
      gate.forget()
      giveCookie(c, session, gate.way)
      const { name, roles, scope } = person
      return c.json({ actor: { id: `person:${person.id}`, name, roles, scope } }, 200)
    })
    .openapi(end(needs), async (c) => {
      const holder = await gate.holderOf(c)
      if (holder) await leave(holder.session, needs)
      gate.forget()
      takeCookie(c, gate.way)
      return c.body(null, 204)
    })
}
