import { z } from '@hono/zod-openapi'
import { Bbox } from '../contract/geo.ts'
import { Layer } from '../contract/layer.ts'

/** A layer of the catalogue and what is in it now. */
export const LayerPicture = Layer.extend({
  count: z.number().int(),
  countByStatus: z.record(z.string(), z.number().int()),
  /** Another text after every change of what is in the layer, and after a restart: then its tiles are worth asking for again. */
  version: z.string(),
  /** null while the layer is empty. */
  bounds: Bbox.nullable(),
}).openapi('LayerPicture')
export type LayerPicture = z.infer<typeof LayerPicture>
