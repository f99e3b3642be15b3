import { createRoute, z } from '@hono/zod-openapi'
import { DeskCases } from '../contract/desk-case.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { acceptsGzip } from '../http/compress-answer.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import type { OpenDesk } from './open-desk.ts'

export interface DeskNeeds {
  gate: Gate
  desk: OpenDesk
}

const cases = ({ gate }: DeskNeeds) =>
  createRoute({
    method: 'get',
    path: '/cases',
    tags: ['Cases'],
    summary: 'Every open case at once: what a desk begins with',
    description: 'What happens behind its `seq` comes on /api/live.',
    middleware: [allow(gate, 'read', 'case')] as const,
    request: { query: z.strictObject({}) },
    responses: {
      200: json('All open cases that the asker may see', named('DeskCases', DeskCases)),
      ...refusals(400, 401, 403, 503),
    },
  })

export const deskRoutes = (needs: DeskNeeds) =>
  newRoutes().openapi(cases(needs), async (c) => {
    const answer = needs.desk.answerFor(guestOrActor(c)?.scope, Number(c.req.header('wait-for-seq') ?? 0))
    const packs = acceptsGzip(c.req.header('accept-encoding'))
    c.header('Content-Type', 'application/json')
    c.header('Vary', 'Accept-Encoding')
    if (packs) c.header('Content-Encoding', 'gzip')
    return c.body(packs ? await answer.zipped() : answer.plain) as never
  })
