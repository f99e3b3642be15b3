import type { Context } from 'hono'
import { may, type Subject } from '../contract/permission.ts'
import type { Actor } from '../contract/role.ts'
import type { Todo } from '../contract/session.ts'
import type { Gate } from './acting.ts'
import { Refusal } from './refusals.ts'
import { tokenIn, type Way } from './session-cookie.ts'

/** Whose session it is, as routes need it. */
export interface Holder {
  session: { id: string; actor: string; means: string }
  actor: Actor
  todo: Todo[]
  demo: boolean
  secondFactor: boolean
  revoked: boolean
}

/** The sessions, as the gate asks for them. */
export interface Sessions {
  find(token: string): Promise<Holder | undefined>
  glance(token: string): Holder | undefined
  stillIn(ids: readonly string[]): Promise<ReadonlySet<string>>
  forget(): void
}

/** The gate of this server, with what only its own routes ask. */
export interface SessionGate extends Gate {
  way: Way
  /** The session of a request, a revoked wall's too. */
  holderOf(c: Context): Promise<Holder | undefined>
  /** Whether a request with these cookies may read at once: without asking the store. */
  mayGlance(subject: Subject, cookies: string | undefined): boolean
  /** Somebody was changed, revoked or signed out. */
  forget(): void
}

const SESSION = 'session'

export function openGate(sessions: Sessions, way: Way, guestsRead: readonly Subject[]): SessionGate {
  const holderOf = async (c: Context): Promise<Holder | undefined> => {
    const token = tokenIn(c.req.header('Cookie'), c.req.url, way)
    return token === undefined ? undefined : sessions.find(token)
  }
  return {
    ...{ way, guestsRead, holderOf },
    async whoIs(c) {
      const holder = await holderOf(c)
      if (holder?.revoked) throw revoked()
      c.set(SESSION, holder?.session.id)
      return holder?.actor
    },
    sessionOf: (c) => c.get(SESSION) as string | undefined,
    stillIn: sessions.stillIn,
    mayGlance(subject, cookies) {
      const token = tokenIn(cookies, 'http:', way)
      const holder = token === undefined ? undefined : sessions.glance(token)
      if (token === undefined) return guestsRead.includes(subject)
      return holder !== undefined && !holder.revoked && may(holder.actor, 'read', subject)
    },
    forget: sessions.forget,
  }
}

export const revoked = (): Refusal =>
  new Refusal(401, 'screen-revoked', 'This screen was taken out; pair it again at /wall.')
