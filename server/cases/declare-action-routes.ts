import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { ManyOutcome } from '../contract/case-card.ts'
import { NewReport } from '../contract/case-input.ts'
import { CaseAction } from '../contract/case-life.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { CaseCardAnswer } from './declare-case-routes.ts'

export interface CaseGate {
  gate: Gate
  publicUrl: string | undefined
}

/** As many as a screen can hold in a lasso. */
const MOST_AT_ONCE = 500

const headers = z.object({ 'idempotency-key': IdempotencyKeyHeader })
const query = z.strictObject({})
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const input = z.record(z.string(), z.unknown()).openapi({
  description: 'What the action is told, e.g. {"crewId": …} for dispatch, {"reason": …} for refuse: see CASE_INPUTS',
})
const replayed = z.string().optional().openapi({ description: '`true`: it was done before, under this key' })
const logHeaders = z.object({
  ETag: z.string(),
  'Log-Seq': z
    .string()
    .openapi({ description: 'The log row of its step; another node is asked with it as Wait-For-Seq' }),
  'Undo-Batch': z.string().openapi({ description: 'POST /api/cases/undo takes it within a minute' }),
  'Idempotency-Replayed': replayed,
})
const manyHeaders = z.object({ 'Idempotency-Replayed': replayed })
const Many = named('CasesDone', ManyOutcome)

/** The addresses at which cases come in and are acted on. Which action in which state by whom is CASE_LIFE's. */
export function declareActionRoutes({ gate, publicUrl }: CaseGate) {
  const middleware: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allow(gate, 'write', 'case'),
  ]
  const route = { method: 'post' as const, tags: ['Cases'], middleware }
  return {
    receive: createRoute({
      ...{ ...route, path: '/', summary: 'A problem comes in: a new case, or one more report of an open one' },
      request: { headers, query, body: body(named('NewReport', NewReport)) },
      responses: {
        200: {
          ...json('It joined the case that `joins` names', CaseCardAnswer),
          headers: logHeaders.omit({ 'Undo-Batch': true }),
        },
        201: {
          ...json('A case of its own', CaseCardAnswer),
          headers: logHeaders.omit({ 'Undo-Batch': true }).extend({ Location: z.string() }),
        },
        ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
      },
    }),
    act: createRoute({
      ...{ ...route, path: '/{id}/actions/{action}', summary: 'Do something to a case' },
      request: {
        headers: headers.extend({
          'if-match': z.string().optional().openapi({ description: 'ETag of the state that the caller saw' }),
        }),
        params: z.object({ id: IdParameter, action: CaseAction }),
        ...{ query, body: body(input) },
      },
      responses: {
        200: { ...json('As it stands now', CaseCardAnswer), headers: logHeaders },
        ...refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
      },
    }),
    actOnMany: createRoute({
      ...{ ...route, path: '/actions', summary: 'Do the same to many cases: who refuses it is told one by one' },
      request: {
        ...{ headers, query },
        body: body(
          z.strictObject({
            action: CaseAction,
            ids: z.array(IdParameter).min(1).max(MOST_AT_ONCE),
            input: input.default({}),
          }),
        ),
      },
      responses: {
        200: { ...json('What became of each', Many), headers: manyHeaders },
        ...refusals(400, 401, 403, 413, 415, 422, 503),
      },
    }),
    undo: createRoute({
      ...{ ...route, path: '/undo', summary: 'Take back what one did within the last minute' },
      request: { headers, query, body: body(z.strictObject({ batch: z.string().regex(/^\d{1,15}-\d{1,15}$/) })) },
      responses: {
        200: { ...json('What became of each', Many), headers: manyHeaders },
        ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 503),
      },
    }),
  }
}
