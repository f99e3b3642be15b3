import { createRoute, z } from '@hono/zod-openapi'
import { Inspection, InspectionKind } from '../contract/inspection.ts'
import { isInScope } from '../contract/scope.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
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
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
}

const tags = ['Inspections']
const InspectionAnswer = named('Inspection', Inspection)

const list = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/',
    tags,
    middleware: [allow(gate, 'read', 'inspection')] as const,
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
      ...refusals(400, 401, 403, 503),
    },
  })

const one = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/{id}',
    tags,
    middleware: [allow(gate, 'read', 'inspection')] as const,
    summary: 'One inspection',
    request: { params: z.object({ id: IdParameter }), query: z.strictObject({}) },
    responses: { 200: json('The inspection', InspectionAnswer), ...refusals(400, 401, 403, 404, 503) },
  })

export const inspectionRoutes = ({ gate, area, store }: InspectionNeeds) =>
  newRoutes()
    .openapi(list(gate), async (c) => {
      const { limit, cursor, openHazards, ...filter } = c.req.valid('query')
      checkRange(filter.from, filter.to)
      const after = readCursor(cursor, decodeCursor)
      const scope = guestOrActor(c)?.scope
      const whole = { ...filter, scope, openHazards: openHazards === 'true' }
      return c.json(await listInspections(store.db, area, { filter: whole, after, limit }), 200)
    })
    .openapi(one(gate), async (c) => {
      const { id } = c.req.valid('param')
      const found = await inspectionById(store.db, area, id)
      const actor = guestOrActor(c)
      const placed = found && { unitGrid: found.unitGrid, contractor: null, crewId: null }
      if (!placed || (actor && !isInScope(actor.scope, placed))) throw notHere('inspection', id)
      return c.json(found, 200)
    })
