import { z } from 'zod'

/** What went on a night because its day had come: figures only. */
export const RetentionRun = z.strictObject({
  at: z.string(),
  gone: z.array(
    z.strictObject({
      /** `complainants`, `original-photos`, `positions`. */
      name: z.string(),
      /** Kept so long, by the settings. */
      days: z.number().int().positive(),
      count: z.number().int().positive(),
    }),
  ),
})
export type RetentionRun = z.infer<typeof RetentionRun>

const DAY_MS = 86_400_000

/** What ended before this instant is past its days. */
export const lastDayOf = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString()
