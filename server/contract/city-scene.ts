import { z } from 'zod'
import { Scene } from './wall.ts'

/** A scene as it comes with a city, one to a file. */
export const CityScene = z.strictObject({
  /** 6-digit area code; null in data/scenes, which are of every city that has none of its own. */
  area: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** Its place in the round. */
  order: z.number().int(),
  scene: Scene,
})
export type CityScene = z.infer<typeof CityScene>
