import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import {
  DayPlan,
  PlanAcceptance,
  PlanAccepted,
  PlanRequest,
  PredictedRed,
  WhatIf,
  WhatIfAnswer,
} from '../contract/day-plan.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

const tags = ['Plans']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const area = z.string().regex(/^\d{6,15}$/, { error: 'give the beginning of a unit grid code, 6 to 15 digits' })
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const Plan = named('DayPlan', DayPlan)
const bad = refusals(400, 401, 403, 404, 409, 413, 415, 422, 503)

/** The addresses at which a day is planned, foreseen and tried otherwise. */
export function declarePlanRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const own = ownOriginOnly({ publicUrl })
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'plan')]
  const toTry: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'read', 'plan')]
  const toPlan: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'plan')]
  return {
    start: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: toPlan, summary: 'Begin to plan the day; one at a time each' },
      request: { query, body: body(named('PlanRequest', PlanRequest)) },
      responses: {
        202: { ...json('It is being made', Plan), headers: z.object({ Location: z.string() }) },
        ...bad,
      },
    }),
    predicted: createRoute({
      ...{ method: 'get', path: '/predicted', tags, middleware: toRead },
      summary: 'Cases that will be late today and are not yet',
      description: 'Off, with an empty list, where it would have done no better here than a list by the time left.',
      request: { query: z.strictObject({ area: area.optional() }) },
      responses: { 200: json('The likeliest first', named('PredictedRed', PredictedRed)), ...bad },
    }),
    whatIf: createRoute({
      ...{ method: 'post', path: '/what-if', tags, middleware: toTry },
      summary: 'What the rest of the day would come to with more crews or other standby places; nothing is changed',
      request: { query, body: body(named('WhatIf', WhatIf)) },
      responses: { 200: json('As it is, and as it would be', named('WhatIfAnswer', WhatIfAnswer)), ...bad },
    }),
    one: createRoute({
      ...{
        method: 'get',
        path: '/{id}',
        tags,
        middleware: toRead,
        summary: 'A plan of one’s own: how far it is, and its proposal',
      },
      request: { params, query },
      responses: { 200: json('As it is now', Plan), ...bad },
    }),
    cancel: createRoute({
      ...{ method: 'delete', path: '/{id}', tags, middleware: toPlan, summary: 'Stop; what was found stays' },
      request: { params, query },
      responses: { 200: json('As it is now', Plan), ...bad },
    }),
    accept: createRoute({
      ...{ method: 'post', path: '/{id}/accept', tags, middleware: toPlan },
      summary: 'Dispatch all of it, some crews’ part or some cases',
      request: {
        ...{ params, query, headers: z.object({ 'idempotency-key': IdempotencyKeyHeader }) },
        body: body(named('PlanAcceptance', PlanAcceptance)),
      },
      responses: { 200: json('What became of each', named('PlanAccepted', PlanAccepted)), ...bad },
    }),
  }
}
