import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { Reason } from '../contract/asset-write.ts'
import { BlockPage, CoverageAsk, CoverageRun, GapPage, Proposal, ProposalAsk } from '../contract/coverage.ts'
import { CoverageSet, CoverageSetDraft, KeptCoverageSet, RuleId } from '../contract/rule.ts'
import { allow, type Gate } from '../http/acting.ts'
import { json, refusals } from '../http/answers.ts'
import { IdempotencyKeyHeader } from '../http/idempotency-key.ts'
import { IfMatchHeader } from '../http/if-match.ts'
import { IdParameter } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { ownOriginOnly } from '../http/own-origin-only.ts'
import { countParameter } from '../http/parameters.ts'

const tags = ['Coverage']
const query = z.strictObject({})
const params = z.object({ id: IdParameter })
const bad = refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503)
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })
const Run = named('CoverageRun', CoverageRun)
const One = named('Proposal', Proposal)
const Location = z.object({ Location: z.string() })

/** The addresses at which it stands what is missing where, by which rule, and what would help. */
export function declareCoverageRoutes({ gate, publicUrl }: { gate: Gate; publicUrl: string | undefined }) {
  const own = ownOriginOnly({ publicUrl })
  const toRead: [MiddlewareHandler] = [allow(gate, 'read', 'coverage')]
  const toWork: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'coverage')]
  const toReadRules: [MiddlewareHandler] = [allow(gate, 'read', 'rule')]
  const toSetRules: [MiddlewareHandler, MiddlewareHandler] = [own, allow(gate, 'write', 'rule')]
  return {
    sets: createRoute({
      ...{ method: 'get', path: '/sets', tags, middleware: toReadRules },
      summary: 'Sets of rules about coverage, each with source and edition',
      request: { query },
      responses: { 200: json('The sets', z.object({ sets: z.array(named('CoverageSet', CoverageSet)) })), ...bad },
    }),
    putSet: createRoute({
      ...{ method: 'put', path: '/sets/{id}', tags, middleware: toSetRules },
      summary: 'Keep a set of the bureau’s own, or a shipped one otherwise',
      request: {
        params: z.object({ id: RuleId }),
        query: z.strictObject({ reason: Reason.optional() }),
        headers: z.object({
          'idempotency-key': IdempotencyKeyHeader,
          'if-match': z
            .string()
            .optional()
            .openapi({ description: 'ETag of the version seen; left out for a new one' }),
        }),
        body: body(named('CoverageSetDraft', CoverageSetDraft)),
      },
      responses: { 200: json('As it is now', named('KeptCoverageSet', KeptCoverageSet)), ...bad },
    }),
    removeSet: createRoute({
      ...{ method: 'delete', path: '/sets/{id}', tags, middleware: toSetRules },
      summary: 'Remove a set of the bureau’s own; a shipped one stands as shipped again',
      request: {
        params: z.object({ id: RuleId }),
        query: z.strictObject({ reason: Reason.optional() }),
        headers: z.object({ 'idempotency-key': IdempotencyKeyHeader, 'if-match': IfMatchHeader }),
      },
      responses: { 204: { description: 'It is gone' }, ...bad },
    }),
    start: createRoute({
      ...{
        method: 'post',
        path: '/runs',
        tags,
        middleware: toWork,
        summary: 'Begin to look the city over; one at a time each',
      },
      request: { query, body: body(named('CoverageAsk', CoverageAsk)) },
      responses: { 202: { ...json('It is being made', Run), headers: Location }, ...bad },
    }),
    run: createRoute({
      ...{ method: 'get', path: '/runs/{id}', tags, middleware: toRead, summary: 'How far it is, and what it found' },
      request: { params, query },
      responses: { 200: json('As it is now', Run), ...bad },
    }),
    cancelRun: createRoute({
      ...{ method: 'delete', path: '/runs/{id}', tags, middleware: toWork, summary: 'Stop it' },
      request: { params, query },
      responses: { 200: json('As it is now', Run), ...bad },
    }),
    gaps: createRoute({
      ...{
        method: 'get',
        path: '/runs/{id}/gaps',
        tags,
        middleware: toRead,
        summary: 'Gaps that it found, the longest first',
      },
      request: {
        params,
        query: z.strictObject({
          ...{ layer: IdParameter.optional(), rule: IdParameter.optional() },
          ...{ road: IdParameter.optional(), grid: IdParameter.optional(), limit: countParameter(20_000, 2_000) },
        }),
      },
      responses: { 200: json('GeoJSON', named('GapPage', GapPage)), ...bad },
    }),
    blocks: createRoute({
      ...{ method: 'get', path: '/runs/{id}/blocks', tags, middleware: toRead },
      summary: 'Unit grids from which it is too far, the most people first',
      request: {
        params,
        query: z.strictObject({
          ...{ rule: IdParameter.optional(), grid: IdParameter.optional(), limit: countParameter(20_000, 2_000) },
        }),
      },
      responses: { 200: json('GeoJSON', named('BlockPage', BlockPage)), ...bad },
    }),
    propose: createRoute({
      ...{ method: 'post', path: '/proposals', tags, middleware: toWork },
      summary: 'Begin to look for new sites; one at a time each',
      request: { query, body: body(named('ProposalAsk', ProposalAsk)) },
      responses: { 202: { ...json('It is being made', One), headers: Location }, ...bad },
    }),
    proposal: createRoute({
      ...{ method: 'get', path: '/proposals/{id}', tags, middleware: toRead, summary: 'How far it is, and the sites' },
      request: { params, query },
      responses: { 200: json('As it is now', One), ...bad },
    }),
    cancelProposal: createRoute({
      ...{ method: 'delete', path: '/proposals/{id}', tags, middleware: toWork, summary: 'Stop it' },
      request: { params, query },
      responses: { 200: json('As it is now', One), ...bad },
    }),
  }
}
