import { z } from 'zod'

/** How far something is that somebody asked for and waits for. */
export const AskProgress = z.object({
  /** 0 … 1; null: nobody can say. */
  share: z.number().min(0).max(1).nullable(),
  elapsedMs: z.int(),
})
export type AskProgress = z.infer<typeof AskProgress>

/** The word that whoever asks gives an ask, to look after it: as good as a secret. */
export const AskWord = z.string().regex(/^[A-Za-z0-9-]{16,64}$/, { error: 'give 16 to 64 letters, digits or -' })
