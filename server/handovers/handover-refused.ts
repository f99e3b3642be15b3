import type { HandoverRefusalCode } from '../contract/handover.ts'

/** Why a handover was not changed or signed; nothing of it was written. */
export class HandoverRefused extends Error {
  readonly status: 403 | 404 | 409 | 412
  readonly code: HandoverRefusalCode | 'unknown-handover' | 'changed-since'
  /** Who was faster. */
  readonly last: { name: string; at: string; kind: string } | undefined
  /** The row that stands now, when the caller's is stale. */
  readonly present: number | undefined

  constructor(
    status: HandoverRefused['status'],
    code: HandoverRefused['code'],
    message: string,
    { last, present }: Partial<Pick<HandoverRefused, 'last' | 'present'>> = {},
  ) {
    super(message)
    this.name = 'HandoverRefused'
    this.status = status
    this.code = code
    this.last = last
    this.present = present
  }
}
