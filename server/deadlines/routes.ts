import { createRoute, z } from '@hono/zod-openapi'
import { Limit, LimitUnit } from '../contract/clock.ts'
import { DueAnswer } from '../contract/due.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { instantParameter } from '../http/parameters.ts'
import { badParameter, notHere } from '../http/refusals.ts'
import type { CityRules } from './open-rules.ts'
import { trialOf, trialOfLimit } from './trial-of.ts'

export interface DeadlineNeeds {
  gate: Gate
  rules: CityRules
}

const due = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/due',
    tags: ['Deadlines'],
    middleware: [allow(gate, 'read', 'rule')] as const,
    summary: 'Try a rule: when each stage is due, and how that is reckoned',
    request: {
      query: z.strictObject({
        from: instantParameter('When the clock starts'),
        condition: z
          .string()
          .max(80)
          .optional()
          .openapi({ description: 'Id of a filing condition', example: 'illegal-building' }),
        version: z.coerce.number().int().positive().optional().openapi({ description: 'The newest when absent' }),
        limit: z.coerce.number().optional().openapi({ description: 'Instead of a condition, with `unit`', example: 4 }),
        unit: LimitUnit.optional(),
      }),
    },
    responses: {
      200: json('Each stage with its reckoning, in steps and in words', named('Due', DueAnswer)),
      ...refusals(400, 401, 403, 404, 503),
    },
  })

export const deadlineRoutes = ({ gate, rules }: DeadlineNeeds) =>
  newRoutes().openapi(due(gate), (c) => {
    const { from, condition: id, version, limit, unit } = c.req.valid('query')
    const { calendar, condition } = rules.now()
    if (id === undefined) {
      const stages = trialOfLimit(limitOf(limit, unit), from, calendar)
      return c.json({ from, condition: null, stages }, 200)
    }
    if (limit !== undefined || unit !== undefined)
      throw badParameter('limit', '"limit": give a condition or a limit with its unit, not both')
    const found = condition(id, version)
    if (!found) throw notHere('condition', version === undefined ? id : `${id}, version ${version}`)
    const named = { id: found.id, version: found.version, title: found.title }
    return c.json({ from, condition: named, stages: trialOf(found.stages, from, calendar) }, 200)
  })

function limitOf(value: number | undefined, unit: LimitUnit | undefined): Limit {
  const limit = Limit.safeParse({ value, unit })
  if (!limit.success)
    throw badParameter('limit', '"limit": give a number up to 10,000 and its "unit", or a "condition"')
  return limit.data
}
