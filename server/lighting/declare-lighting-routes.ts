import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import {
  DimmingAsked,
  DimmingSaving,
  LightingRules,
  LightingYear,
  LitRate,
  PatrolAsked,
  PatrolRoute,
} from '../contract/lighting.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

const tags = ['Lighting']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const bad = refusals(400, 401, 403, 404, 409, 413, 415, 503)
const Patrol = named('PatrolRoute', PatrolRoute)
const year = z.coerce
  .number()
  .int()
  .min(1950, { error: 'give a year from 1950 to 2099' })
  .max(2099, { error: 'give a year from 1950 to 2099' })
const minutes = z.coerce
  .number()
  .min(-120, { error: 'give minutes from -120 to 120' })
  .max(120, { error: 'give minutes from -120 to 120' })

/** The addresses of the lit rate, of when lamps burn and of the night patrol. */
export function declareLightingRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const own = ownOriginOnly({ publicUrl })
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'upkeep')]
  const toTry: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'read', 'upkeep')]
  const toPlan: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'upkeep')]
  return {
    rate: createRoute({
      ...{ method: 'get', path: '/rate', tags, middleware: toRead },
      summary: '亮灯率 of every road against its class, and the dark lamps',
      description: 'A road that last night’s patrol did not pass is unknown, whatever its lamps’ statuses say.',
      request: {
        query: z.strictObject({
          rule: z
            .string()
            .max(40)
            .optional()
            .openapi({ description: 'Id of a rule; the one that holds here when absent' }),
        }),
      },
      responses: { 200: json('As it stands', named('LitRate', LitRate)), ...bad },
    }),
    rules: createRoute({
      ...{
        method: 'get',
        path: '/rules',
        tags,
        middleware: toRead,
        summary: 'The rules of the lit rate, with their sources',
      },
      request: { query },
      responses: { 200: json('All of them', named('LightingRules', LightingRules)), ...bad },
    }),
    year: createRoute({
      ...{ method: 'get', path: '/year', tags, middleware: toRead },
      summary: 'When the lamps go on and off, by the sun at the city, every night of a year',
      request: {
        query: z.strictObject({ year: year.optional(), onMinutes: minutes.optional(), offMinutes: minutes.optional() }),
      },
      responses: { 200: json('Every night', named('LightingYear', LightingYear)), ...bad },
    }),
    dimming: createRoute({
      ...{ method: 'post', path: '/dimming', tags, middleware: toTry },
      summary: 'What late-night dimming saves in a year; nothing is changed',
      request: { query, body: body(named('DimmingAsked', DimmingAsked)) },
      responses: { 200: json('kWh and yuan', named('DimmingSaving', DimmingSaving)), ...bad },
    }),
    start: createRoute({
      ...{ method: 'post', path: '/patrols', tags, middleware: toPlan },
      summary: 'Begin to lay out a night patrol; one at a time each',
      request: { query, body: body(named('PatrolAsked', PatrolAsked)) },
      responses: {
        202: { ...json('It is being laid out', Patrol), headers: z.object({ Location: z.string() }) },
        ...bad,
      },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/patrols/{id}', tags, middleware: toRead, summary: 'A patrol of one’s own' },
      request: { params, query },
      responses: { 200: json('As it is now', Patrol), ...bad },
    }),
    cancel: createRoute({
      ...{ method: 'delete', path: '/patrols/{id}', tags, middleware: toPlan, summary: 'Stop laying it out' },
      request: { params, query },
      responses: { 200: json('As it is now', Patrol), ...bad },
    }),
  }
}
