import { z } from 'zod'
import { LngLat } from './geo.ts'

/** What is visited (DOMAIN: safety inspections), and the patrol of a street. */
export const InspectionKind = z.enum([
  'internet-cafe',
  'entertainment',
  'bookshop',
  'publication-seller',
  'print-shop',
  'street-shop',
  'petrol-station',
  'gas-station',
  'gas-user',
  'e-bike-night',
  'waste-site',
  'street-patrol',
  'night-patrol',
])
export type InspectionKind = z.infer<typeof InspectionKind>

export const Hazard = z.strictObject({
  /** 一般 or 重大. */
  grade: z.enum(['general', 'major']),
  problem: z.string(),
  rectifiedAt: z.string().nullable(),
})
export type Hazard = z.infer<typeof Hazard>

/** 检查 / 巡查: a visit to a venue, or a stop on a patrol. The whole state, as it stands in the log. */
export const Inspection = z.strictObject({
  id: z.string().min(1),
  kind: InspectionKind,
  /** The venue visited, an asset id, when it is one. */
  venueId: z.string().nullable(),
  address: z.string(),
  location: LngLat,
  unitGrid: z.string().nullable(),
  at: z.string(),
  /** People sent, counted in officer-turns: an officer is counted once an outing, at its first stop. */
  officerTurns: z.number().int().nonnegative(),
  hazards: z.array(Hazard),
  /** Cases filed from this visit. */
  casesFiled: z.number().int().nonnegative(),
})
export type Inspection = z.infer<typeof Inspection>
