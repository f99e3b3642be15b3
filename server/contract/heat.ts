import { z } from 'zod'

export const HeatSubject = z.enum(['complaints', 'inspections'])
export type HeatSubject = z.infer<typeof HeatSubject>

/** Points sorted by time, as JSON. In binary: see HEAT_MAGIC. */
export const HeatPoints = z.object({
  subject: HeatSubject,
  from: z.string(),
  to: z.string(),
  seq: z.number().int(),
  /** Dictionaries: `classOf[i]` and `sourceOf[i]` index them. For inspections a class is the kind, and there is one source. */
  classes: z.array(z.string()),
  sources: z.array(z.string()),
  lng: z.array(z.number()),
  lat: z.array(z.number()),
  /** Unix seconds, ascending. */
  at: z.array(z.number()),
  classOf: z.array(z.number().int()),
  sourceOf: z.array(z.number().int()),
})
export type HeatPoints = z.infer<typeof HeatPoints>

/** `GKH1`: 4 bytes magic, Uint32 LE length of a UTF-8 JSON header (HeatPoints without its arrays, plus `count`), the header padded with
 *  blanks to a multiple of 4, then columns one after another, little endian: Int32 lng and lat in 1e-7 degree, Uint32 unix seconds,
 *  Uint8 class, Uint8 source: 14 bytes a point against some 90 in JSON. */
export const HEAT_MAGIC = 0x31484b47
export const HEAT_MIME = 'application/vnd.gridkeeper.heat'
