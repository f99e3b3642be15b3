import { z } from 'zod'
import { LngLat } from './geo.ts'

/** Where a case comes from (DOMAIN: the sources of cases). */
export const CaseSource = z.enum([
  'hotline-12345',
  'mayor-hotline',
  'county-mailbox',
  'citizen-snap',
  'reception',
  'online-opinion',
  'patrol',
  'video',
  'sensor',
  'proposal',
  'transfer',
])
export type CaseSource = z.infer<typeof CaseSource>

/** The sources that are the public speaking: a complaint. The others are the bureau's own eyes. */
export const COMPLAINT_SOURCES: readonly CaseSource[] = [
  'hotline-12345',
  'mayor-hotline',
  'county-mailbox',
  'citizen-snap',
  'reception',
  'online-opinion',
]

export const CaseStatus = z.enum(['received', 'filed', 'dispatched', 'handled', 'closed', 'unsolved'])
export type CaseStatus = z.infer<typeof CaseStatus>

/** What was done, in a figure: 704 t cleared, 3 pieces repaired. */
export const Quantity = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.enum(['t', 'm', 'm²', 'piece', 'household', 'machine', 'person']),
})
export type Quantity = z.infer<typeof Quantity>

/** What the case ended in; `none` while it is open. */
export const CaseOutcome = z.enum([
  'none',
  'repaired',
  'cleared',
  'persuaded',
  'admonished',
  'penalised',
  'extinguished',
  'put-right',
  'not-solved',
])
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** 案件: a problem with a place. The whole state, as it stands in the log. No personal data. */
export const Case = z.strictObject({
  id: z.string().min(1),
  /** YYYYMMDD-NNNN, in the order of receipt of the day. */
  number: z.string().regex(/^\d{8}-\d{4}$/),
  /** GB/T 47678.5: a component's 异常 or a matter; the same 5 digits can name either, so both are kept. */
  kind: z.enum(['component', 'matter']),
  code: z.string().regex(/^(\d{5}|L\d{4})$/),
  source: CaseSource,
  /** A short sentence for lists: what is wrong. */
  problem: z.string(),
  /** Where, in words. */
  address: z.string(),
  location: LngLat,
  /** 15-digit unit grid, where the place lies in one. */
  unitGrid: z.string().nullable(),
  /** The thing it is about, when one is known. */
  assetId: z.string().nullable(),
  status: CaseStatus,
  receivedAt: z.string(),
  closedAt: z.string().nullable(),
  outcome: CaseOutcome,
  quantity: Quantity.nullable(),
})
export type Case = z.infer<typeof Case>
