import { createRoute, z } from '@hono/zod-openapi'
import { Case, CaseSource, CaseStatus } from '../contract/case.ts'
import { CodeKind } from '../contract/code-registry.ts'
import { json, refusals } from '../http/answers.ts'
import { CursorParameter, checkRange, IdParameter, readCursor } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { BboxParameter, countParameter, instantParameter, wordsParameter } from '../http/parameters.ts'
import { notHere } from '../http/refusals.ts'
import { decodeCursor } from '../store/cursor.ts'
import type { Store } from '../store/store.ts'
import { listCases } from './case-store.ts'
import { findCase } from './find-case.ts'

export interface CaseNeeds {
  area: string
  store: Pick<Store, 'db'>
}

const tags = ['Cases']
const CaseAnswer = named('Case', Case)

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Cases, newest first',
  request: {
    query: z.strictObject({
      status: wordsParameter(CaseStatus.options, 'Any of these').optional(),
      source: wordsParameter(CaseSource.options, 'From any of these').optional(),
      kind: CodeKind.optional(),
      code: z
        .string()
        .regex(/^(\d{5}|L\d{4})$/, { error: 'give 5 digits, or L and 4 digits' })
        .optional(),
      assetId: IdParameter.optional(),
      from: instantParameter('Received at or after').optional(),
      to: instantParameter('Received before').optional(),
      bbox: BboxParameter.optional(),
      limit: countParameter(1_000, 100),
      cursor: CursorParameter,
    }),
  },
  responses: {
    200: json('A page', z.object({ cases: z.array(CaseAnswer), next: z.string().nullable() })),
    ...refusals(400, 503),
  },
})

const one = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'One case, by its id or its number',
  request: { params: z.object({ id: IdParameter }), query: z.strictObject({}) },
  responses: { 200: json('The case', CaseAnswer), ...refusals(400, 404, 503) },
})

export const caseRoutes = ({ area, store }: CaseNeeds) =>
  newRoutes()
    .openapi(list, async (c) => {
      const { limit, cursor, code, ...filter } = c.req.valid('query')
      checkRange(filter.from, filter.to)
      const after = readCursor(cursor, decodeCursor)
      const page = await listCases(store.db, area, {
        filter: { ...filter, code: code === undefined ? undefined : [code] },
        after,
        limit,
      })
      return c.json(page, 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await findCase(store.db, area, id)
      if (!found) throw notHere('case', id)
      return c.json(found, 200)
    })
