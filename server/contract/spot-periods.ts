import { z } from 'zod'
import { CountId } from './evaluation.ts'
import { LngLat } from './geo.ts'

/** By what the figures of two periods stand side by side. */
export const ComparedBy = z.enum(['all', 'grid', 'unit-grid', 'road', 'class', 'cell'])
export type ComparedBy = z.infer<typeof ComparedBy>

/** Counts of cases as the rates count them, the public's complaints, inspections; `things` of a layer as they stood when the period ended. */
export const PlainIndicator = z.enum([...CountId.options, 'complaints', 'inspections', 'things'])
export type PlainIndicator = z.infer<typeof PlainIndicator>

/** A count, or `rate:` and the id of a rate of the formula set in force. */
export const Indicator = z.union([
  PlainIndicator,
  z.templateLiteral(['rate:', z.string().regex(/^[a-z][a-z-]{1,40}$/)]),
])
export type Indicator = z.infer<typeof Indicator>

export const PeriodSpan = z.object({ from: z.string(), to: z.string() })

/** Null: nothing was recorded so early, or a rate had no cases. */
const figure = z.number().nullable()

export const ComparedRow = z.object({
  /** Id of the grid, road, class or cell; '' for what has none. */
  key: z.string(),
  name: z.string(),
  value: figure,
  /** The same span a year before (同比), and the span just before (环比). */
  yearBefore: figure,
  periodBefore: figure,
  /** Of the period that was asked to stand beside it. */
  against: figure,
  /** Counts: (value − before) / before, null where before is 0. Rates: value − before. */
  yearChange: figure,
  periodChange: figure,
  againstChange: figure,
  /** Of a cell: its ring, to be drawn. */
  ring: z.array(LngLat).nullable(),
})
export type ComparedRow = z.infer<typeof ComparedRow>

/** P8. */
export const ComparedPeriods = z.object({
  indicator: z.string(),
  by: ComparedBy,
  kind: z.enum(['count', 'rate', 'stock']),
  period: PeriodSpan,
  yearBefore: PeriodSpan,
  periodBefore: PeriodSpan,
  against: PeriodSpan.nullable(),
  /** The first record of what is counted: periods that begin before it have no figures. */
  recordedFrom: z.string().nullable(),
  seq: z.number().int(),
  cellMetres: z.number().nullable(),
  rows: z.array(ComparedRow),
})
export type ComparedPeriods = z.infer<typeof ComparedPeriods>
