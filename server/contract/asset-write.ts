import { z } from 'zod'
import { FieldValue } from './asset.ts'
import { Geometry } from './geo.ts'

/** One line that both engines of the store keep as it is: no control characters, no half of a surrogate pair. */
const line = (length: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .max(length, { error: `is longer than ${length} characters` })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
    .regex(/^[^\u0000-\u001f\p{Surrogate}]*$/u, { error: 'holds a control character or half a character' })

/** Why somebody does it, for the history. */
export const Reason = line(500)

const fields = z.record(z.string(), FieldValue)

/** A thing that is to stand in a layer. Positions are WGS84 / CGCS2000 degrees. */
export const NewAsset = z.strictObject({
  /** Its identification code or 15-digit grid code; absent: the next free code of its type is given. */
  id: line(40).optional(),
  layer: z.string(),
  name: line(200),
  status: z.string(),
  geometry: Geometry,
  fields: fields.default({}),
  /** Type code; only to be checked, since the layer and its fields decide it. */
  code: z.string().optional(),
  reason: Reason.optional(),
})
export type NewAsset = z.infer<typeof NewAsset>

/** What is to change of a thing; what is absent stays. */
export const AssetPatch = z
  .strictObject({
    name: line(200).optional(),
    status: z.string().optional(),
    geometry: Geometry.optional(),
    /** Only those named change; null takes one away. */
    fields: fields.optional(),
    reason: Reason.optional(),
  })
  .refine(({ name, status, geometry, fields }) => [name, status, geometry, fields].some((one) => one !== undefined), {
    error: 'give at least one of name, status, geometry, fields',
  })
export type AssetPatch = z.infer<typeof AssetPatch>
