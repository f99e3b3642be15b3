import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { CrewTracks, CrewWhereabouts, TRACK_WITHIN_METRES } from '../contract/track.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { instantParameter } from '../http/parameters.ts'

const tags = ['Crews']
const bad = refusals(400, 401, 403, 404, 503)

export const MOST_TRACKS = 20
export const MOST_HOURS = 24

/** The addresses at which it stands where crews are, and where they went. */
export function declareTrackRoutes({ gate }: { gate: Gate }) {
  const toFollow: [MiddlewareHandler] = [allow(gate, 'read', 'position')]
  return {
    whereabouts: createRoute({
      ...{ method: 'get', path: '/positions', tags, middleware: toFollow },
      summary: 'Where every crew on duty is, and its way of the last 15 minutes',
      request: { query: z.strictObject({}) },
      responses: {
        200: json('The crews', z.object({ at: z.string(), crews: z.array(named('CrewWhereabouts', CrewWhereabouts)) })),
        ...bad,
      },
    }),
    tracks: createRoute({
      ...{ method: 'get', path: '/tracks', tags, middleware: toFollow },
      summary: `Where crews went, with what happened on the way; at most ${MOST_TRACKS} crews and ${MOST_HOURS} hours`,
      request: {
        query: z.strictObject({
          from: instantParameter('At or after'),
          to: instantParameter('Before'),
          crew: z
            .string()
            .min(1)
            .max(4_000)
            .optional()
            .openapi({ description: 'A comma list of ids; every crew when absent' }),
          within: z
            .string()
            .regex(/^\d{1,2}(\.\d)?$/, { error: 'give metres from 0 to 99.9' })
            .default(String(TRACK_WITHIN_METRES))
            .openapi({
              description: 'Metres that leaving places out may move any place of a track; 0 for every place',
            }),
        }),
      },
      responses: { 200: json('The tracks', named('CrewTracks', CrewTracks)), ...bad },
    }),
  }
}
