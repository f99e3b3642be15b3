import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { DataQuality } from '../contract/coverage.ts'
import { Draft, DraftEdit, DraftEdited, DraftLine, DraftOutcome, DraftPatch, NewDraft } from '../contract/draft.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'

const tags = ['Drafts']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const headers = z.object({ 'if-match': IfMatchHeader })
/** By what a draft is held, and how good the data about the things beside it has to be (N15), as a look over the city is asked. */
const how = z.strictObject({
  sets: z.string().max(400).optional().openapi({ description: 'Ids of sets of rules; the standing ones when absent' }),
  maxAgeDays: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: 'give whole days from 1 to 36500' })
    .transform(Number)
    .pipe(DataQuality.shape.maxAgeDays.unwrap())
    .optional()
    .openapi({
      ...{ type: 'integer', description: 'Only things changed or confirmed within so many days; what is drawn counts' },
    }),
  leastAccuracy: DataQuality.shape.leastAccuracy.openapi({ description: 'Only things surveyed so well' }),
  sources: z
    .string()
    .max(400)
    .optional()
    .openapi({ description: 'Only things that are from these: a comma list of beginnings as import:' }),
})
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const One = named('Draft', Draft)
const Outcome = named('DraftOutcome', DraftOutcome)
const Edited = named('DraftEdited', DraftEdited)

/** The addresses at which planners sketch. */
export function declareDraftRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'coverage')]
  const toDraw: [MiddlewareHandler, MiddlewareHandler] = [
    ownOriginOnly({ publicUrl }),
    allow(gate, 'write', 'coverage'),
  ]
  return {
    list: createRoute({
      ...{ method: 'get', path: '/', tags, middleware: toRead, summary: 'One’s own drafts and those that are shared' },
      request: { query },
      responses: {
        200: json('The last changed first', z.object({ drafts: z.array(named('DraftLine', DraftLine)) })),
        ...bad,
      },
    }),
    add: createRoute({
      ...{ method: 'post', path: '/', tags, middleware: toDraw, summary: 'Begin a draft' },
      request: { query, body: body(named('NewDraft', NewDraft)) },
      responses: { 201: json('The draft, empty', One), ...bad },
    }),
    one: createRoute({
      ...{ method: 'get', path: '/{id}', tags, middleware: toRead, summary: 'One draft with what is drawn in it' },
      request: { params, query },
      responses: { 200: json('The draft', One), ...bad },
    }),
    patch: createRoute({
      ...{
        method: 'patch',
        path: '/{id}',
        tags,
        middleware: toDraw,
        summary: 'Name a draft otherwise, share it or no longer',
      },
      request: { params, headers, query, body: body(named('DraftPatch', DraftPatch)) },
      responses: { 200: json('As it is now', One), ...bad },
    }),
    remove: createRoute({
      ...{ method: 'delete', path: '/{id}', tags, middleware: toDraw, summary: 'Remove a draft for good' },
      request: { params, query },
      responses: { 204: { description: 'It is gone' }, ...bad },
    }),
    edit: createRoute({
      ...{ method: 'post', path: '/{id}/edits', tags, middleware: toDraw },
      summary: 'Draw, move or take away; answers what that changes',
      request: { params, headers, query: how, body: body(named('DraftEdit', DraftEdit)) },
      responses: { 200: json('The draft, and what it would change', Edited), ...bad },
    }),
    undo: createRoute({
      ...{ method: 'post', path: '/{id}/undo', tags, middleware: toDraw, summary: 'Go back one edit' },
      request: { params, headers, query: how },
      responses: { 200: json('The draft, and what it would change', Edited), ...bad },
    }),
    redo: createRoute({
      ...{ method: 'post', path: '/{id}/redo', tags, middleware: toDraw, summary: 'Take back an undo' },
      request: { params, headers, query: how },
      responses: { 200: json('The draft, and what it would change', Edited), ...bad },
    }),
    outcome: createRoute({
      ...{ method: 'get', path: '/{id}/outcome', tags, middleware: toRead },
      summary: 'What a draft would change along the roads that it touches',
      request: { params, query: how },
      responses: { 200: json('Before and after', Outcome), ...bad },
    }),
  }
}
