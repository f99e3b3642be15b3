import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Case, CaseSource, CaseStatus } from '../contract/case.ts'
import { CaseCard } from '../contract/case-card.ts'
import { CaseStep } from '../contract/case-timeline.ts'
import { CodeKind } from '../contract/code-registry.ts'
import { State } from '../contract/state.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { CursorParameter, IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { BboxParameter, countParameter, instantParameter, wordsParameter } from '../http/parameters.ts'

const tags = ['Cases']
const params = z.object({ id: IdParameter })
export const CaseCardAnswer = named('CaseCard', CaseCard)

const filter = {
  status: wordsParameter(CaseStatus.options, 'Any of these').optional(),
  source: wordsParameter(CaseSource.options, 'From any of these').optional(),
  kind: CodeKind.optional(),
  code: z
    .string()
    .regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' })
    .optional(),
  assetId: IdParameter.optional(),
  crew: IdParameter.optional(),
  owner: IdParameter.optional(),
  parent: IdParameter.optional(),
  light: wordsParameter(State.options, 'As it stands now, any of these').optional(),
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({ description: 'Whether something is awaited from somebody' }),
  q: z
    .string()
    .regex(/^\d{1,8}(-\d{0,4})?$/, { error: 'give the beginning of a case number, as 20260501-00' })
    .optional()
    .openapi({ description: 'Beginning of the case number', example: '20260501' }),
  from: instantParameter('Received at or after').optional(),
  to: instantParameter('Received before').optional(),
  bbox: BboxParameter.optional(),
}

/** The addresses at which cases are read. Every one hands out what is in the asker's scope, and nothing else is there. */
export function declareCaseRoutes(gate: Gate) {
  const middleware: [MiddlewareHandler] = [allow(gate, 'read', 'case')]
  const read = { method: 'get' as const, tags, middleware }
  return {
    list: createRoute({
      ...{ ...read, path: '/', summary: 'Cases, newest first or by what is due first' },
      request: {
        query: z.strictObject({
          ...filter,
          sort: z.enum(['received', 'due']).default('received'),
          limit: countParameter(1_000, 100),
          cursor: CursorParameter,
        }),
      },
      responses: {
        200: json('A page', z.object({ cases: z.array(named('Case', Case)), next: z.string().nullable() })),
        ...refusals(400, 401, 403, 503),
      },
    }),
    one: createRoute({
      ...{ ...read, path: '/{id}', summary: 'One case, by its id or its number, and what the asker may do to it' },
      request: { params, query: z.strictObject({}) },
      responses: {
        200: { ...json('The case', CaseCardAnswer), headers: z.object({ ETag: z.string() }) },
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
    timeline: createRoute({
      ...{ ...read, path: '/{id}/timeline', summary: 'Every step of a case, oldest first, with its clocks' },
      request: { params, query: z.strictObject({}) },
      responses: {
        200: json('The steps; of more than 500 the last', z.object({ steps: z.array(named('CaseStep', CaseStep)) })),
        ...refusals(400, 401, 403, 404, 503),
      },
    }),
  }
}
