import { createRoute, z } from '@hono/zod-openapi'
import { Inspection, InspectionKind } from '../contract/inspection.ts'
import { json, refusals } from '../http/answers.ts'
import { CursorParameter, checkRange, IdParameter, readCursor } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { BboxParameter, countParameter, instantParameter, wordsParameter } from '../http/parameters.ts'
import { notHere } from '../http/refusals.ts'
import { decodeCursor } from '../store/cursor.ts'
import type { Store } from '../store/store.ts'
import { inspectionById, listInspections } from './inspection-store.ts'

export interface InspectionNeeds {
  area: string
  store: Pick<Store, 'db'>
}

const tags = ['Inspections']
const InspectionAnswer = named('Inspection', Inspection)

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Inspections and stops of patrols, newest first',
  request: {
    query: z.strictObject({
      kind: wordsParameter(InspectionKind.options, 'Any of these').optional(),
      venueId: IdParameter.optional(),
      openHazards: z.literal('true').optional().openapi({ description: 'Only those with a hazard not rectified' }),
      from: instantParameter('At or after').optional(),
      to: instantParameter('Before').optional(),
      bbox: BboxParameter.optional(),
      limit: countParameter(1_000, 100),
      cursor: CursorParameter,
    }),
  },
  responses: {
    200: json('A page', z.object({ inspections: z.array(InspectionAnswer), next: z.string().nullable() })),
    ...refusals(400, 503),
  },
})

const one = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'One inspection',
  request: { params: z.object({ id: IdParameter }), query: z.strictObject({}) },
  responses: { 200: json('The inspection', InspectionAnswer), ...refusals(400, 404, 503) },
})

export const inspectionRoutes = ({ area, store }: InspectionNeeds) =>
  newRoutes()
    .openapi(list, async (c) => {
      const { limit, cursor, openHazards, ...filter } = c.req.valid('query')
      checkRange(filter.from, filter.to)
      const after = readCursor(cursor, decodeCursor)
      const whole = { ...filter, openHazards: openHazards === 'true' }
      return c.json(await listInspections(store.db, area, { filter: whole, after, limit }), 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await inspectionById(store.db, area, id)
      if (!found) throw notHere('inspection', id)
      return c.json(found, 200)
    })
