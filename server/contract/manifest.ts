import { z } from 'zod'

/** What every store can hold. */
const words = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
const id = words(60).min(1)
const tonnes = z.number().min(0).max(1_000)

/** 联单: one load of construction waste, as the site gave it out and as it was taken in. */
export const WasteManifest = z.strictObject({
  id,
  /** 工地 and its name; the id of a thing where it is one. */
  projectId: id,
  projectName: words(80).min(1),
  carrier: words(80).min(1),
  plate: words(20).default(''),
  disposalId: id,
  dischargedAt: z.iso.datetime({ offset: true }),
  dischargedT: tonnes,
  /** Null: it has not arrived. */
  receivedAt: z.iso.datetime({ offset: true }).nullable(),
  receivedT: tonnes.nullable(),
})
export type WasteManifest = z.infer<typeof WasteManifest>

export const NewManifests = z.strictObject({ manifests: z.array(WasteManifest).min(1).max(1_000) })
export type NewManifests = z.infer<typeof NewManifests>

export const ManifestsTaken = z.object({ added: z.int(), changed: z.int(), same: z.int(), seq: z.int().nullable() })
export type ManifestsTaken = z.infer<typeof ManifestsTaken>

export const BalanceRow = z.object({
  projectId: z.string(),
  projectName: z.string(),
  /** Of the discharge; null: all days. */
  date: z.string().nullable(),
  loads: z.int(),
  dischargedT: z.number(),
  receivedT: z.number(),
  /** Loads that have not arrived. */
  open: z.int(),
  missingT: z.number(),
  /** missingT ÷ dischargedT. */
  missingPercent: z.number().nullable(),
  flagged: z.boolean(),
})
export type BalanceRow = z.infer<typeof BalanceRow>

export const WasteBalance = z.object({
  from: z.string(),
  to: z.string(),
  tolerancePercent: z.number(),
  days: z.array(BalanceRow),
  projects: z.array(BalanceRow),
  loads: z.int(),
})
export type WasteBalance = z.infer<typeof WasteBalance>
