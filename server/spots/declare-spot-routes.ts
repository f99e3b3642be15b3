import { createRoute, z } from '@hono/zod-openapi'
import { ComparedBy, ComparedPeriods, Indicator } from '../contract/spot-periods.ts'
import {
  CELL_METRES,
  DensityMap,
  HotSpotMap,
  PatrolDebtMap,
  PerWhat,
  RecurrenceMap,
  SilenceMap,
  SpotSubject,
  UnseenMap,
} from '../contract/spots.ts'
import { allow, type Gate } from '../http/acting.ts'
import { refusals } from '../http/answers.ts'
import { named } from '../http/named-schema.ts'
import { BboxParameter, countParameter, instantParameter } from '../http/parameters.ts'
import { AreaParameter } from './area-parameter.ts'

const tags = ['Spots']
const CLASS = /^(component|matter):(\d{5}|L\d{4})$/

const classes = z
  .string()
  .transform((text) => text.split(','))
  .refine((all) => all.every((one) => CLASS.test(one)), { error: 'give a comma list as matter:06010' })
  .openapi({ description: 'Cases of these classes: a comma list as matter:06010' })
const cell = z
  .string()
  .regex(/^\d{2,4}$/, { error: `give whole metres from ${CELL_METRES.least} to ${CELL_METRES.most}` })
  .transform(Number)
  .refine((metres) => metres >= CELL_METRES.least && metres <= CELL_METRES.most, {
    error: `give whole metres from ${CELL_METRES.least} to ${CELL_METRES.most}`,
  })
  .optional()
  .openapi({ type: 'integer', description: `Side of a cell in metres; ${CELL_METRES.standard} when absent` })
const format = z
  .enum(['json', 'geojson', 'csv'])
  .default('json')
  .openapi({ description: 'geojson and csv are files to keep' })
const map = { cell, format }
const span = {
  from: instantParameter('At or after; 30 days before `to` when absent').optional(),
  to: instantParameter('Before; now when absent').optional(),
}
const subject = SpotSubject.default('complaints')

const route = <P extends string, Q extends z.ZodRawShape, T extends z.ZodType>(
  gate: Gate,
  { path, summary, query, name, schema }: { path: P; summary: string; query: Q; name: string; schema: T },
) =>
  createRoute({
    ...{ method: 'get', path, tags, summary },
    middleware: [allow(gate, 'read', 'spot')] as const,
    request: { query: z.strictObject(query) },
    responses: {
      200: {
        description: 'The answer, or a file',
        content: { 'application/json': { schema: named(name, schema) }, 'text/csv': { schema: z.string() } },
      },
      ...refusals(400, 401, 403, 404, 503),
    },
  })

/** What can be asked of spots and periods, and by whom. */
export const declareSpots = (gate: Gate) => ({
  density: route(gate, {
    ...{ path: '/density', summary: 'Counts by cell, per km², 1,000 people or thing (P5)' },
    query: {
      ...{ ...map, ...span, subject, class: classes.optional() },
      per: PerWhat.default('raw'),
      layer: z
        .string()
        .max(60)
        .optional()
        .openapi({ description: 'Per thing of this layer; of all points when absent' }),
    },
    ...{ name: 'DensityMap', schema: DensityMap },
  }),
  unseen: route(gate, {
    ...{ path: '/unseen', summary: 'Complaints against inspections by cell (P6)' },
    query: {
      ...{ ...map, ...span, class: classes.optional() },
      only: z.literal('unseen').optional().openapi({ description: 'Only cells complained of and never inspected' }),
    },
    ...{ name: 'UnseenMap', schema: UnseenMap },
  }),
  patrolDebt: route(gate, {
    ...{ path: '/patrol-debt', summary: 'Minutes since each cell was last truly inspected (N7)' },
    query: { ...map, to: instantParameter('At this instant; now when absent').optional() },
    ...{ name: 'PatrolDebtMap', schema: PatrolDebtMap },
  }),
  silence: route(gate, {
    ...{ path: '/silence', summary: 'Expected less observed complaints by cell (N8)' },
    query: { ...map, ...span, class: classes.optional() },
    ...{ name: 'SilenceMap', schema: SilenceMap },
  }),
  hot: route(gate, {
    ...{ path: '/hot', summary: 'Hot and cold spots: Getis-Ord Gi* with false-discovery control' },
    query: { ...map, ...span, subject, class: classes.optional() },
    ...{ name: 'HotSpotMap', schema: HotSpotMap },
  }),
  recurrence: route(gate, {
    ...{ path: '/recurrence', summary: 'Where the same came back after a campaign' },
    query: {
      ...{ ...map, class: classes, bbox: BboxParameter.optional(), area: AreaParameter.optional() },
      ...{ from: instantParameter('Begin of the campaign'), to: instantParameter('Its end, not part of it') },
      days: countParameter(365, 30).openapi({ description: 'Within so many days after it, against as many before' }),
    },
    ...{ name: 'RecurrenceMap', schema: RecurrenceMap },
  }),
  periods: route(gate, {
    ...{ path: '/periods', summary: 'Two periods side by side, with 同比 and 环比 (P8)' },
    query: {
      ...{ cell, format: z.enum(['json', 'csv']).default('json'), indicator: Indicator, by: ComparedBy.default('all') },
      ...{ from: instantParameter('Begin of the period'), to: instantParameter('Its end, not part of it') },
      ...{ againstFrom: instantParameter('Begin of one of your own').optional() },
      ...{ againstTo: instantParameter('Its end').optional() },
      layer: z.string().max(60).optional().openapi({ description: 'Of `things`' }),
      status: z.string().max(200).optional().openapi({ description: 'Of `things`: a comma list' }),
    },
    ...{ name: 'ComparedPeriods', schema: ComparedPeriods },
  }),
})
