import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { LIVE_EVENTS, SUBJECT_OF, Topic } from '../contract/live.ts'
import { may } from '../contract/permission.ts'
import type { Actor } from '../contract/role.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
import { refusals } from '../http/answers.ts'
import { newRoutes } from '../http/new-routes.ts'
import { wordsParameter } from '../http/parameters.ts'
import { Refusal } from '../http/refusals.ts'
import { SECURITY_HEADERS } from '../http/security-headers.ts'
import type { Audience } from './audience.ts'
import { TooManyStreams } from './counted-streams.ts'
import type { LiveFeed } from './live-feed.ts'
import { bodyOutlet, nodeOutlet } from './outlet.ts'
import { Stream } from './stream.ts'

export interface LiveRouteNeeds {
  live: LiveFeed
  gate: Gate
}

/** Proxies keep neither what passes nor the connection's end from the screen. */
const HEADERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SECURITY_HEADERS),
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const live = ({ gate }: LiveRouteNeeds) =>
  createRoute({
    method: 'get',
    path: '/',
    tags: ['Live'],
    summary: 'What changes, as it changes: server-sent events',
    description:
      'Begins with a `picture`; then every `change` behind it, with `id: seq`. Whoever comes back with `since` or Last-Event-ID gets exactly ' +
      'what was missed, or one `resync`. A `pulse` comes every 15 s.',
    middleware: [allow(gate, 'read', 'map')] as const,
    request: {
      query: z.strictObject({
        topics: wordsParameter(Topic.options, 'What to listen to; all that the role may when absent').optional(),
        since: Seq.optional().openapi({ description: 'The last `id` heard; Last-Event-ID says the same' }),
      }),
      headers: z.object({ 'last-event-id': Seq.optional() }),
    },
    responses: {
      200: { description: 'Events', content: { 'text/event-stream': { schema: LiveEvents } } },
      ...refusals(400, 401, 403, 429, 503),
    },
  })

const Seq = z.string().regex(/^\d{1,15}$/, { error: 'give the id of an event' })
const LiveEvents = z
  .object(Object.fromEntries(Object.entries(LIVE_EVENTS).map(([name, schema]) => [name, schema.optional()])))
  .openapi('LiveEvents')

export const liveRoutes = (needs: LiveRouteNeeds) =>
  newRoutes().openapi(live(needs), async (c) => {
    const { topics, since } = c.req.valid('query')
    const last = since ?? c.req.valid('header')['last-event-id']
    const actor = guestOrActor(c)
    const audience = { topics: topicsFor(topics, actor, needs.gate), scope: actor?.scope }
    return (await listen(c, needs, { audience, since: last === undefined ? undefined : Number(last) })) as never
  })

/** The topics asked for, which all have to be allowed; else all that are. */
function topicsFor(asked: Topic[] | undefined, actor: Actor | undefined, gate: Gate): ReadonlySet<Topic> {
  const isOpen = (topic: Topic): boolean => {
    const subject = SUBJECT_OF[topic]
    return actor ? may(actor, 'read', subject) : gate.guestsRead.includes(subject)
  }
  const closed = asked?.find((topic) => !isOpen(topic))
  if (closed === undefined) return new Set(asked ?? Topic.options.filter(isOpen))
  if (!actor) throw new Refusal(401, 'signed-out', 'Sign in first: /sign-in.', 'topics')
  throw new Refusal(403, 'not-allowed', `Your role may not listen to "${closed}".`, 'topics')
}

async function listen(
  c: Context,
  { live, gate }: LiveRouteNeeds,
  { audience, since }: { audience: Audience; since: number | undefined },
): Promise<Response> {
  const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse }
  if (c.req.method === 'HEAD') return new Response(null, { headers: HEADERS })
  const address = incoming?.socket.remoteAddress ?? ''
  const session = gate.sessionOf(c)
  const giveBack = takePlace(live, session === undefined ? { address } : { session })
  // From here on the peer may go at any moment.
  outgoing?.once('close', giveBack)
  try {
    const beginning = await live.beginningFor(audience, since)
    if (!beginning || live.stopped)
      throw new Refusal(503, 'behind', 'This node is not as far as what was heard last; try again.')
    if (outgoing) {
      if (outgoing.destroyed) return RESPONSE_ALREADY_SENT
      const stream: Stream = new Stream(
        nodeOutlet(outgoing, HEADERS, () => live.detach(stream)),
        live.limits,
        session,
      )
      void live.attach(stream, audience, beginning)
      return RESPONSE_ALREADY_SENT
    }
    const { outlet, body } = bodyOutlet(() => {
      live.detach(stream)
      giveBack()
    })
    const stream = new Stream(outlet, live.limits, session)
    void live.attach(stream, audience, beginning)
    return new Response(body, { headers: HEADERS })
  } catch (error) {
    giveBack()
    throw error
  }
}

function takePlace(live: LiveFeed, listener: Parameters<LiveFeed['counted']['take']>[0]): () => void {
  try {
    return live.counted.take(listener)
  } catch (error) {
    if (!(error instanceof TooManyStreams)) throw error
    const wait = { 'Retry-After': '30' }
    if (error.of === 'one')
      throw new Refusal(429, 'too-many-streams', 'Too many streams are open here already; close one.', undefined, wait)
    throw new Refusal(503, 'full', 'As many screens listen as this node can serve; try again.', undefined, wait)
  }
}
