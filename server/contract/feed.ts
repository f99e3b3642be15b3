import { z } from 'zod'

/** A source of data that a wall shows, and how often something is due from it; null: it comes when it comes, and never grows stale. */
export const Feed = z.strictObject({
  /** `cases`, `positions`, or the id of a layer. */
  id: z.string().min(1),
  everyS: z.number().int().positive().nullable(),
})
export type Feed = z.infer<typeof Feed>

export const Feeds = z.strictObject({ source: z.string().min(1), feeds: z.array(Feed).min(1) })
export type Feeds = z.infer<typeof Feeds>
