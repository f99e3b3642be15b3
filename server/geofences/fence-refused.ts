export type FenceRefusal = 'absent' | 'stale'

/** Why a fence was not changed; nothing of it was written. */
export class FenceRefused extends Error {
  readonly why: FenceRefusal
  readonly code: string
  /** The row that stands now, when the caller's is stale. */
  readonly present: number | undefined

  constructor(why: FenceRefusal, code: string, message: string, present?: number) {
    super(message)
    this.name = 'FenceRefused'
    this.why = why
    this.code = code
    this.present = present
  }
}
