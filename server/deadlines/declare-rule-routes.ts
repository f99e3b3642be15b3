import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Reason } from '../contract/asset-write.ts'
import { Condition, ConditionDraft, PostLimits } from '../contract/condition.ts'
import { RuleId } from '../contract/rule.ts'
import { CalendarDraft, HoursDraft, PostsDraft } from '../contract/rule-change.ts'
import { CalendarYear, HoursPreset, WorkingHours } from '../contract/work-calendar.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

export interface RuleGate {
  gate: Gate
  publicUrl: string | undefined
}

export const ConditionAnswer = named('Condition', Condition)
const CalendarAnswer = named('CalendarYear', CalendarYear)
const PostsAnswer = named('PostLimits', PostLimits)
const HoursAnswer = z.object({ hours: WorkingHours, presets: z.array(HoursPreset) })
const Id = z.object({ id: RuleId })
const Year = z.coerce.number().int().min(1992).max(2100)

const none = z.strictObject({})
const etag = z.object({ ETag: z.string().openapi({ description: 'Its version' }) })
const headers = z.object({
  'idempotency-key': IdempotencyKeyHeader,
  'if-match': z.string().optional().openapi({
    description: 'ETag of the version that the caller saw; `*` for whatever it is. Left out only for a new rule.',
  }),
})
const written = {
  ...refusals(400, 401, 403, 412, 413, 415, 422, 428, 503),
}

/** The addresses at which the rules are read and changed. */
export function declareRuleRoutes({ gate, publicUrl }: RuleGate) {
  const tags = ['Rules']
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'rule')]
  const toWrite: [MiddlewareHandler, MiddlewareHandler] = [ownOriginOnly({ publicUrl }), allow(gate, 'write', 'rule')]
  const read = { method: 'get' as const, tags, middleware: toRead }
  const write = { method: 'put' as const, tags, middleware: toWrite }
  const asked = <T extends z.ZodType>(schema: T) => ({
    headers,
    query: z.strictObject({ reason: Reason.optional() }),
    body: { required: true, content: { 'application/json': { schema } } },
  })
  const done = <T extends z.ZodType>(schema: T) => ({
    200: { ...json('As it is now, for cases from now on', schema), headers: etag.extend({ 'Log-Seq': z.string() }) },
    ...written,
  })
  const readOk = <T extends z.ZodType>(words: string, schema: T) => ({
    200: { ...json(words, schema), headers: etag },
    ...refusals(400, 401, 403, 404, 503),
  })
  return {
    conditions: createRoute({
      ...read,
      path: '/conditions',
      summary: 'Filing conditions (立案条件), the newest version of each',
      request: {
        query: z.strictObject({
          kind: Condition.shape.kind.optional(),
          code: z.string().max(8).optional().openapi({ description: 'With `kind`: those that it can be filed under' }),
        }),
      },
      responses: {
        200: json('The conditions', z.object({ conditions: z.array(ConditionAnswer) })),
        ...refusals(400, 401, 403, 503),
      },
    }),
    condition: createRoute({
      ...read,
      path: '/conditions/{id}',
      summary: 'One condition with all its versions, oldest first',
      request: { params: Id, query: none },
      responses: readOk('It', z.object({ condition: ConditionAnswer, versions: z.array(ConditionAnswer) })),
    }),
    putCondition: createRoute({
      ...write,
      path: '/conditions/{id}',
      summary: 'Change a condition for cases from now on, or add one',
      request: { params: Id, ...asked(named('ConditionDraft', ConditionDraft)) },
      responses: done(ConditionAnswer),
    }),
    posts: createRoute({
      ...read,
      path: '/posts',
      summary: 'How long each post has',
      request: { query: none },
      responses: readOk('The limits', PostsAnswer),
    }),
    putPosts: createRoute({
      ...write,
      path: '/posts',
      summary: 'Change how long the posts have, from now on',
      request: asked(PostsDraft),
      responses: done(PostsAnswer),
    }),
    hours: createRoute({
      ...read,
      path: '/hours',
      summary: 'The working hours, and hours to choose from',
      request: { query: none },
      responses: readOk('The hours', HoursAnswer),
    }),
    putHours: createRoute({
      ...write,
      path: '/hours',
      summary: 'Change the working hours for clocks from now on',
      request: asked(HoursDraft),
      responses: done(WorkingHours),
    }),
    calendar: createRoute({
      ...read,
      path: '/calendar',
      summary: 'Holidays and the days worked in their place (调休) of a year',
      request: { query: z.strictObject({ year: Year.optional().openapi({ description: 'This year when absent' }) }) },
      responses: readOk('The year', z.object({ calendar: CalendarAnswer, years: z.array(z.number()) })),
    }),
    putCalendar: createRoute({
      ...write,
      path: '/calendar/{year}',
      summary: 'Add a year when the State Council has announced it, or change one',
      request: { params: z.object({ year: Year }), ...asked(CalendarDraft) },
      responses: done(CalendarAnswer),
    }),
  }
}
