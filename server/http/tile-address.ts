import { z } from '@hono/zod-openapi'
import { badParameter } from './refusals.ts'

/** The deepest zoom anything is drawn at. */
const MAX_ZOOM = 22

const whole = z.string().regex(/^\d{1,8}$/, { error: 'give a whole number' })

/** In the OpenAPI document `{y.mvt}` is written {y}.mvt. */
export const MvtAddress = z.object({
  z: whole,
  x: whole,
  'y.mvt': z.string().regex(/^\d{1,8}\.mvt$/, { error: 'give a whole number and .mvt' }),
})
export const PngAddress = z.object({
  z: whole,
  x: whole,
  'y.png': z.string().regex(/^\d{1,8}\.png$/, { error: 'give a whole number and .png' }),
})

/** z, x, y of a tile. Refuses what no tile is at. */
export function readTile(address: z.infer<typeof MvtAddress> | z.infer<typeof PngAddress>): [number, number, number] {
  const file = 'y.mvt' in address ? address['y.mvt'] : address['y.png']
  const zoom = Number(address.z)
  const x = Number(address.x)
  const y = Number.parseInt(file, 10)
  if (zoom > MAX_ZOOM) throw badParameter('z', `"z": zoom is from 0 to ${MAX_ZOOM}`)
  const last = 2 ** zoom - 1
  if (x > last) throw badParameter('x', `"x": at zoom ${zoom} a column is from 0 to ${last}`)
  if (y > last) throw badParameter('y', `"y": at zoom ${zoom} a row is from 0 to ${last}`)
  return [zoom, x, y]
}
