import { z } from '@hono/zod-openapi'
import { Refusal } from './refusals.ts'

/** A thing's ETag: the log row that brought its state. Rows are never numbered again, so no state has another's. */
export const etagOfSeq = (seq: number): string => `"${seq}"`

export const IfMatchHeader = z.string().optional().openapi({
  description: 'ETag of the state that the caller saw; `*` for whatever it is. Required.',
  example: '"1042"',
})

/** The seqs that If-Match names. 428 without it, 400 for what is no ETag of ours. A proxy that packs answers makes our ETags weak (nginx with
 *  gzip), and the state is the same one all the same: `W/` is passed over. */
export function readIfMatch(text: string | undefined): number[] | '*' {
  if (text === undefined)
    throw new Refusal(
      428,
      'no-if-match',
      'Send If-Match with the ETag that GET answered, so that no change of another is lost.',
      'If-Match',
    )
  if (text.trim() === '*') return '*'
  return text.split(',').map((one) => {
    const seq = /^(?:W\/)?"(\d{1,15})"$/.exec(one.trim())?.[1]
    if (seq === undefined)
      throw new Refusal(400, 'bad-if-match', '"If-Match": give the ETag that GET answered, with its quotes', 'If-Match')
    return Number(seq)
  })
}
