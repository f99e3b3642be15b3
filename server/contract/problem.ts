import { z } from 'zod'

/** RFC 9457 problem+json, as every error answers. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What is wrong, naming the fault, in English; `title` and `code` are for programs. */
  detail: z.string(),
  /** A stable word for the screen to translate, e.g. `bad-bbox`. */
  code: z.string(),
  /** The parameter at fault, where there is one. */
  parameter: z.string().optional(),
  /** Of a conflict: who was faster, with which step, and when. */
  last: z.object({ name: z.string(), at: z.string(), kind: z.string() }).optional(),
  /** Under which the server's log tells more. */
  id: z.string(),
})
export type Problem = z.infer<typeof Problem>
