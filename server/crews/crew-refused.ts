export type Refused = 'absent' | 'stale' | 'conflict' | 'bad'

/** Why a crew was not changed, or its places not taken; nothing of it was written. */
export class CrewRefused extends Error {
  readonly why: Refused
  readonly code: string
  /** The row that stands now, when the caller's is stale. */
  readonly present: number | undefined

  constructor(why: Refused, code: string, message: string, present?: number) {
    super(message)
    this.name = 'CrewRefused'
    this.why = why
    this.code = code
    this.present = present
  }
}
