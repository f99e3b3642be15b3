import { z } from 'zod'
import { LngLat } from './geo.ts'

export const YardCheck = z.enum(['fenced', 'hardened', 'washBay'])
export type YardCheck = z.infer<typeof YardCheck>

/** data/rules/truck-parking.json. */
export const ParkingRules = z.strictObject({
  cellMetres: z.number().min(100).max(5_000),
  /** Hours of the night, 0–23. */
  nightHours: z.array(z.int().min(0).max(23)).min(1),
  /** Classes of which a case tells of a truck that found no place. */
  demand: z.array(z.strictObject({ kind: z.enum(['component', 'matter']), code: z.string() })).min(1),
  /** Weights of the checklist, 1 together. */
  checklist: z.strictObject({ fenced: z.number(), hardened: z.number(), washBay: z.number() }),
  source: z.string().min(1),
})
export type ParkingRules = z.infer<typeof ParkingRules>

export const ParkingCell = z.object({
  /** West, south, east, north. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  centre: LngLat,
  bays: z.int(),
  yards: z.int(),
  /** Cases by the hour of the night, in the order of `hours`. */
  demand: z.array(z.int()),
  cases: z.int(),
  /** Cases of the worst hour, a night. */
  peakPerNight: z.number(),
  /** bays − peakPerNight; less than 0: too few. */
  balance: z.number(),
})
export type ParkingCell = z.infer<typeof ParkingCell>

export const Yard = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  location: LngLat,
  bays: z.int().nullable(),
  occupied: z.int().nullable(),
  /** null: nobody wrote it down. */
  checks: z.record(YardCheck, z.boolean().nullable()),
  /** 0 … 100, of what is known to be there. */
  score: z.number(),
  missing: z.array(YardCheck),
  unknown: z.array(YardCheck),
})
export type Yard = z.infer<typeof Yard>

export const ParkingBalance = z.object({
  from: z.string(),
  to: z.string(),
  nights: z.int(),
  cellMetres: z.number(),
  hours: z.array(z.int()),
  cells: z.array(ParkingCell),
  /** The lowest score first. */
  yards: z.array(Yard),
  bays: z.int(),
  cases: z.int(),
  rules: ParkingRules,
})
export type ParkingBalance = z.infer<typeof ParkingBalance>
