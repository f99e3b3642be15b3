import { createRoute, z } from '@hono/zod-openapi'
import { Case } from '../../contract/case.ts'
import { CountId, Evaluation, FormulaSet, GroupBy } from '../../contract/evaluation.ts'
import { allow, type Gate } from '../../http/acting.ts'
import { json, refusals } from '../../http/answers.ts'
import { named } from '../../http/named-schema.ts'
import { countParameter, instantParameter } from '../../http/parameters.ts'

const tags = ['Evaluation']
const period = {
  from: instantParameter('Begin of the period'),
  to: instantParameter('End of the period, not part of it'),
  asOf: instantParameter('As the cases stood then; now when absent').optional(),
}
const by = GroupBy.default('all').openapi({ description: 'One group for each of these' })

/** What can be asked of the rates, and by whom. */
export function declareEvaluation(gate: Gate) {
  const middleware = allow(gate, 'read', 'evaluation')
  return {
    rates: () =>
      createRoute({
        method: 'get',
        path: '/',
        tags,
        middleware,
        summary: 'Rates and scores of a period, with what they stand on',
        description:
          'Reckoned with the formula set in force when the period began. Each rate has its numerator and denominator, the addresses of their cases, and the same rate of a year and of a period before.',
        request: { query: z.strictObject({ ...period, by }) },
        responses: {
          200: json('The figures', named('Evaluation', Evaluation)),
          ...refusals(400, 401, 403, 503),
        },
      }),
    mix: () =>
      createRoute({
        method: 'get',
        path: '/mix',
        tags,
        middleware,
        summary: '721 mix, and counts by source',
        request: { query: z.strictObject(period) },
        responses: { 200: json('The counts', Mix), ...refusals(400, 401, 403, 503) },
      }),
    list: () =>
      createRoute({
        method: 'get',
        path: '/cases',
        tags,
        middleware,
        summary: 'The cases behind a number',
        request: {
          query: z.strictObject({
            ...period,
            by,
            group: z.string().max(60).default('all'),
            count: CountId,
            without: CountId.optional().openapi({ description: 'Leaves out those that count for this' }),
            limit: countParameter(500, 100),
            cursor: z.string().max(80).optional(),
          }),
        },
        responses: { 200: json('A page, by id', CountedCases), ...refusals(400, 401, 403, 503) },
      }),
    sets: () =>
      createRoute({
        method: 'get',
        path: '/formulas',
        tags,
        middleware,
        summary: 'Formula sets, the oldest first',
        responses: {
          200: json('The sets', z.object({ formulas: z.array(named('FormulaSet', FormulaSet)) })),
          ...refusals(400, 401, 403, 503),
        },
      }),
  }
}

const Mix = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  methods: z.record(z.string(), z.number().int()),
  sources: z.array(z.object({ source: z.string(), received: z.number().int(), closed: z.number().int() })),
})

const CountedCases = z.object({
  total: z.number().int(),
  cases: z.array(named('Case', Case)),
  next: z.string().nullable(),
})
