import { z } from 'zod'
import { CodePrefix } from './placement.ts'

/** data/rules/service-minutes.json: how long the handling of a problem takes at its place, by the beginnings of type codes. */
export const ServiceRules = z
  .strictObject({
    source: z.string().min(1),
    rows: z
      .array(z.strictObject({ codes: z.array(CodePrefix).min(1), minutes: z.number().positive().max(1_440) }))
      .min(1),
  })
  .refine(({ rows }) => rows.some(({ codes }) => codes.includes('')), {
    error: 'no row is for every other class: give one the empty beginning',
    path: ['rows'],
  })
export type ServiceRules = z.infer<typeof ServiceRules>

/** By the longest beginning that fits. */
export function ruledMinutes({ rows }: ServiceRules, code: string): number {
  let [digits, found] = [-1, 0]
  for (const { codes, minutes } of rows)
    for (const beginning of codes)
      if (code.startsWith(beginning) && beginning.length > digits) [digits, found] = [beginning.length, minutes]
  return found
}
