import type { Context, MiddlewareHandler } from 'hono'
import { type Deed, may, type Subject } from '../contract/permission.ts'
import type { Actor } from '../contract/role.ts'
import { Refusal } from './refusals.ts'

/** Knows who asks. */
export interface Gate {
  /** The person or screen of a request; undefined for nobody. Reads the store at most every few seconds per session. Throws 401 for a wall
   *  that was revoked. */
  whoIs(c: Context): Promise<Actor | undefined>
  /** What nobody in particular may read: in the demo the map, else nothing. */
  guestsRead: readonly Subject[]
  /** Under which session a request came: for a stream, which outlives its request. Undefined for a guest. */
  sessionOf(c: Context): string | undefined
  /** Which of these sessions still hold: asked every few seconds for all streams at once, and the others' are closed. */
  stillIn(sessions: readonly string[]): Promise<ReadonlySet<string>>
}

/** What a route is for. */
export interface Right {
  deed: Deed
  subject: Subject
}

const ACTOR = 'actor'
/** `own`: what is about whoever asks. */
const declared = new WeakMap<object, Right | 'own'>()

/** The right that a route's handler lets through with; undefined for any other handler. */
export const rightOf = (handler: object): Right | 'own' | undefined => declared.get(handler)

/** Lets through who may: 401 for nobody, 403 for the wrong role. Behind it `actorOf` knows who it is. */
export function allow(gate: Gate, deed: Deed, subject: Subject): MiddlewareHandler {
  return declaring({ deed, subject }, async (c, next) => {
    const actor = await gate.whoIs(c)
    c.set(ACTOR, actor)
    checkMay(gate, actor, { deed, subject })
    await next()
  })
}

/** As `allow`; and who has not signed in is taken for a machine, which acts as `machine` when `checkKey` does not refuse it. */
export function allowOr(
  gate: Gate,
  { deed, subject }: Right,
  { machine, checkKey }: { machine: Actor; checkKey: (c: Context) => void },
): MiddlewareHandler {
  return declaring({ deed, subject }, async (c, next) => {
    const actor = await gate.whoIs(c)
    c.set(ACTOR, actor ?? machine)
    if (actor) checkMay(gate, actor, { deed, subject })
    else checkKey(c)
    await next()
  })
}

function checkMay({ guestsRead }: Gate, actor: Actor | undefined, { deed, subject }: Right): void {
  if (deed === 'read' && guestsRead.includes(subject)) return
  if (!actor) throw signedOut()
  if (!may(actor, deed, subject)) throw new Refusal(403, 'not-allowed', `Your role may not ${deed} here (${subject}).`)
}

/** Lets through whoever has signed in, to what is about themselves; also who still has something to set up. */
export function allowOwn(gate: Gate): MiddlewareHandler {
  return declaring('own', async (c, next) => {
    const actor = await gate.whoIs(c)
    if (!actor) throw signedOut()
    c.set(ACTOR, actor)
    await next()
  })
}

function declaring(right: Right | 'own', handler: MiddlewareHandler): MiddlewareHandler {
  declared.set(handler, right)
  return handler
}

/** Who asks, behind `allow`; undefined for a guest. */
export const guestOrActor = (c: Context): Actor | undefined => c.get(ACTOR) as Actor | undefined

/** Who asks, behind an `allow` that lets no guest through. */
export function actorOf(c: Context): Actor {
  const actor = guestOrActor(c)
  if (!actor) throw signedOut()
  return actor
}

const signedOut = (): Refusal => new Refusal(401, 'signed-out', 'Sign in first: /sign-in.')
