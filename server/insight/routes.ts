import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { casePoints } from '../cases/case-store.ts'
import type { CityMemory } from '../city/city.ts'
import { CaseSource, COMPLAINT_SOURCES } from '../contract/case.ts'
import { HEAT_MIME, HeatPoints } from '../contract/heat.ts'
import { InspectionKind } from '../contract/inspection.ts'
import type { Scope } from '../contract/role.ts'
import { allow, type Gate, guestOrActor } from '../http/acting.ts'
import { refusals } from '../http/answers.ts'
import { checkRange } from '../http/list-parameters.ts'
import { named } from '../http/named-schema.ts'
import { newRoutes } from '../http/new-routes.ts'
import { AtParameter, instantParameter, wordsParameter } from '../http/parameters.ts'
import { refuseFuture } from '../http/refuse-future.ts'
import { inspectionPoints } from '../inspections/inspection-store.ts'
import { seqAt } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'
import { encodeHeat } from './encode-heat.ts'
import { gatherHeat } from './gather-heat.ts'

export interface HeatNeeds {
  gate: Gate
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityMemory, 'seq'>
  now: () => Date
}

const tags = ['Heat']
const range = {
  from: instantParameter('At or after; from the first when absent').optional(),
  to: instantParameter('Before; up to now when absent').optional(),
  at: AtParameter.optional().openapi({ description: 'As at this instant: what came later is left out' }),
  format: z
    .enum(['json', 'binary'])
    .optional()
    .openapi({ description: 'Else as Accept says; JSON when it says nothing' }),
}
const answer = {
  200: {
    description: 'Points in the order of time',
    content: { 'application/json': { schema: named('HeatPoints', HeatPoints) }, [HEAT_MIME]: { schema: z.string() } },
  },
  ...refusals(400, 401, 403, 503),
}
const CLASS = /^(component|matter):(\d{5}|L\d{4})$/

const complaints = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/complaints',
    tags,
    middleware: [allow(gate, 'read', 'case')] as const,
    summary: 'Where and when the public complained',
    description: 'A class is `matter:06010`: the kind of code and the code.',
    request: {
      query: z.strictObject({
        ...range,
        class: z
          .string()
          .transform((text) => text.split(','))
          .refine((classes) => classes.every((one) => CLASS.test(one)), { error: 'give a comma list as matter:06010' })
          .optional()
          .openapi({ description: 'A comma list as matter:06010' }),
        source: wordsParameter(
          CaseSource.options,
          'From these in place of the public: patrol and video too',
        ).optional(),
      }),
    },
    responses: answer,
  })

const inspections = (gate: Gate) =>
  createRoute({
    method: 'get',
    path: '/inspections',
    tags,
    middleware: [allow(gate, 'read', 'inspection')] as const,
    summary: 'Where and when the bureau inspected and patrolled',
    description: 'A class is the kind of inspection.',
    request: {
      query: z.strictObject({ ...range, class: wordsParameter(InspectionKind.options, 'Any of these').optional() }),
    },
    responses: answer,
  })

export const heatRoutes = ({ gate, area, store, memory, now }: HeatNeeds) => {
  const spanOf = async ({ from, to, at }: { from?: string; to?: string; at?: string }) => {
    checkRange(from, to)
    if (at === undefined) return { from, to: to ?? now().toISOString(), seq: memory.seq }
    refuseFuture(at, now())
    const end = justAfter(at)
    return { from, to: to !== undefined && to < end ? to : end, seq: await seqAt(store.db, area, at) }
  }
  return newRoutes()
    .openapi(complaints(gate), async (c) => {
      const { class: classes, source = [...COMPLAINT_SOURCES], format, ...asked } = c.req.valid('query')
      const { from, to, seq } = await spanOf(asked)
      const points = await casePoints(store.db, area, { from, to, source, ...mineOf(c) })
      const events = points
        .map(({ kind, code, ...point }) => ({ ...point, class: `${kind}:${code}` }))
        .filter((event) => !classes || classes.includes(event.class))
      return answerHeat(c, format, {
        subject: 'complaints',
        from: from ?? firstOf(events, to),
        to,
        seq,
        ...gatherHeat(events),
      })
    })
    .openapi(inspections(gate), async (c) => {
      const { class: kind, format, ...asked } = c.req.valid('query')
      const { from, to, seq } = await spanOf(asked)
      const points = await inspectionPoints(store.db, area, { from, to, kind, ...mineOf(c) })
      const events = points.map((point) => ({ ...point, class: point.kind, source: 'inspection' }))
      return answerHeat(c, format, {
        subject: 'inspections',
        from: from ?? firstOf(events, to),
        to,
        seq,
        ...gatherHeat(events),
      })
    })
}

/** Of somebody's own part of the city; a guest has none, and is not narrowed. */
function mineOf(c: Context): { scope?: Scope } {
  const scope = guestOrActor(c)?.scope
  return scope ? { scope } : {}
}

/** A range ends before its end; what came at the very instant was there. */
const justAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

/** Points come in the order of time. */
const firstOf = ([first]: { ms: number }[], to: string): string => (first ? new Date(first.ms).toISOString() : to)

function answerHeat(c: Context, format: 'json' | 'binary' | undefined, points: HeatPoints) {
  c.header('Vary', 'Accept')
  c.header('Cache-Control', 'no-cache')
  const binary = format === 'binary' || (!format && c.req.header('Accept')?.includes(HEAT_MIME))
  return binary ? c.body(encodeHeat(points), 200, { 'Content-Type': HEAT_MIME }) : c.json(points, 200)
}
