import { z } from 'zod'
import { State } from './state.ts'

/** A text in both languages of the screen. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>

const LayerId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)
const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/)

/** One attribute of the things in a layer. */
export const Field = z.strictObject({
  key: Key,
  name: Text,
  /** `date` is YYYY-MM-DD, `instant` an ISO string with zone, `reference` the id of a thing in another layer. */
  type: z.enum(['text', 'integer', 'number', 'boolean', 'date', 'instant', 'choice', 'reference']),
  unit: z.string().optional(),
  required: z.boolean().default(false),
  /** Choices of a `choice`, in order. */
  choices: z.array(z.strictObject({ id: z.string().min(1), name: Text })).optional(),
  /** The layer that a `reference` points to. */
  layer: LayerId.optional(),
  /** Inclusive limits of an `integer` or `number`. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Carried in tiles, so that the map can draw by it. */
  inTile: z.boolean().default(false),
  /** Column names that this field goes by in the files of bureaus, for guessing a mapping at import. */
  aliases: z.array(z.string()).default([]),
})
export type Field = z.infer<typeof Field>

/** A status of a thing, in the layer's own words, and the one of six states that it looks like. */
export const Status = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Text,
  state: State,
  /** How strongly the thing shines on a dark map: 1 is a lit lamp, 0 or absent is none. */
  glow: z.number().min(0).max(1).optional(),
  aliases: z.array(z.string()).default([]),
})
export type Status = z.infer<typeof Status>

/** National (GB/T 47678.5: 5 digits) or local (`L` and 4 digits) type code; `when` picks by a field's value. */
export const LayerCode = z.strictObject({
  code: z.string().regex(/^(\d{5}|L\d{4})$/),
  when: z.strictObject({ field: Key, equals: z.string() }).optional(),
})
export type LayerCode = z.infer<typeof LayerCode>

/** One layer of the catalogue: a file in data/catalogue. A new layer is a new file and no code. */
export const Layer = z.strictObject({
  id: LayerId,
  name: Text,
  /** The layers of one group stand together in the panel. */
  group: z.enum(['lighting', 'drainage', 'sanitation', 'waste', 'parking', 'order', 'roads', 'grids']),
  /** Place in its group. */
  order: z.number().int().default(100),
  geometry: z.enum(['point', 'line', 'polygon']),
  edition: z.enum(['GB/T 47678.5-2026', 'GB/T 30428.2-2013', 'local']),
  codes: z.array(LayerCode).min(1),
  /** How the thing is called when it has no name of its own, e.g. 盏, 个. */
  measure: Text,
  symbol: z.strictObject({
    /** An icon of temaki or maki, shown inside the mark from zoom 17: `temaki:street_lamp_arm`. */
    icon: z.string().regex(/^(temaki|maki):[a-z0-9_-]+$/),
    /** Marks of points, and of the middle of a polygon. A line or a grid has none. */
    mark: z.boolean().default(true),
  }),
  /** The zoom at which single things appear; below it, clusters. */
  detailZoom: z.number().int().min(0).max(22),
  /** Shown when the map is opened for the first time. */
  shownAtFirst: z.boolean().default(false),
  statuses: z.array(Status).min(1),
  fields: z.array(Field),
  /** Ids of rules in data/rules, by reference. */
  rules: z.strictObject({ deadlines: z.array(z.string()).default([]), coverage: z.array(z.string()).default([]) }),
})
export type Layer = z.infer<typeof Layer>
