import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import {
  NewSceneCall,
  SceneCall,
  SceneSet,
  Scenes,
  ScreenReport,
  WallEmergency,
  WallEvents,
  WallFigures,
  WallRemote,
} from '../contract/wall.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { limitBodyTo } from '../http/limits.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

export interface WallGate {
  gate: Gate
  publicUrl: string | undefined
}

const tags = ['Wall']
const query = z.strictObject({})
const once = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const seen = once.extend({ 'if-match': IfMatchHeader })
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const ScenesAnswer = named('Scenes', Scenes)
const REPORT_BYTES = 2_048

/** What a wall asks for, and what it tells. */
export function declareWallRoutes({ gate, publicUrl }: WallGate) {
  const own = ownOriginOnly({ publicUrl })
  const admin: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'screen')]
  return {
    figures: createRoute({
      ...{
        method: 'get',
        path: '/figures',
        tags,
        summary: 'All that the panels of a wall say, of what is the asker’s',
      },
      description: 'Out of memory, the same answer for a second. The ETag is of all but `at`.',
      middleware: [allow(gate, 'read', 'case')] as const,
      request: { query },
      responses: {
        200: json('The figures', named('WallFigures', WallFigures)),
        304: { description: 'Nothing but `at` is another' },
        ...bad,
      },
    }),
    emergency: createRoute({
      ...{
        method: 'get',
        path: '/emergencies/{id}',
        tags,
        summary: 'What a wall says of an emergency, with the crew’s way',
      },
      description: 'Nothing of who reported it, and nobody by name. Places of crews only for who may read them.',
      middleware: [allow(gate, 'read', 'case')] as const,
      request: { params: z.object({ id: IdParameter }), query },
      responses: { 200: json('The emergency', named('WallEmergency', WallEmergency)), ...bad },
    }),
    remote: createRoute({
      ...{
        method: 'get',
        path: '/remote',
        tags,
        summary: 'The walls that can be made to show a scene, and the scenes',
      },
      middleware: [allow(gate, 'write', 'scene')] as const,
      request: { query },
      responses: { 200: json('Walls and scenes', named('WallRemote', WallRemote)), ...bad },
    }),
    events: createRoute({
      ...{
        method: 'get',
        path: '/events',
        tags,
        summary: 'The last that happened to cases of the asker’s, one a case',
      },
      description: 'Out of memory, the same answer for a second.',
      middleware: [allow(gate, 'read', 'case')] as const,
      request: { query },
      responses: { 200: json('The newest first', named('WallEvents', WallEvents)), ...bad },
    }),
    scenes: createRoute({
      ...{ method: 'get', path: '/scenes', tags, summary: 'The scenes that walls show in turn' },
      middleware: [allow(gate, 'read', 'scene')] as const,
      request: { query },
      responses: { 200: json('The round', ScenesAnswer), ...bad },
    }),
    putScenes: createRoute({
      ...{
        method: 'put',
        path: '/scenes',
        tags,
        middleware: admin,
        summary: 'Put an own round in the place of the shipped',
      },
      request: { headers: seen, query, body: body(named('SceneSet', SceneSet)) },
      responses: { 200: json('The round', ScenesAnswer), ...bad },
    }),
    resetScenes: createRoute({
      ...{ method: 'delete', path: '/scenes', tags, middleware: admin, summary: 'Go back to the shipped round' },
      request: { headers: seen, query },
      responses: { 200: json('The round', ScenesAnswer), ...bad },
    }),
    report: createRoute({
      ...{ method: 'post', path: '/reports', tags, summary: 'A wall tells how it is, every 15 s' },
      description:
        'The last one is kept. A wall that tells nothing for 50 s, or whose picture stands still, becomes a case.',
      middleware: [own, allow(gate, 'write', 'screen-report'), limitBodyTo(REPORT_BYTES)] as const,
      request: { query, body: body(named('ScreenReport', ScreenReport)) },
      responses: { 204: { description: 'It is kept' }, ...bad },
    }),
  }
}

/** How somebody makes a wall show a scene; it hears of it on the stream as a change of entity `scene` with its own id. */
export const declareCall = ({ gate, publicUrl }: WallGate) =>
  createRoute({
    ...{ method: 'post', path: '/{id}/scene', tags: ['Screens'] },
    summary: 'Make a wall show a scene, or let it go on with its round',
    middleware: [ownOriginOnly({ publicUrl }), allow(gate, 'write', 'scene')] as const,
    request: {
      params: z.object({ id: IdParameter }),
      headers: once,
      query,
      body: body(named('NewSceneCall', NewSceneCall)),
    },
    responses: {
      200: json('What it is made to show', z.object({ remote: named('SceneCall', SceneCall).nullable() })),
      ...bad,
    },
  })
