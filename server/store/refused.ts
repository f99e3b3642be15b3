/** Why something is not done; nothing of it was written. What each `why` means is said where it is used. */
export class Refused<Why extends string> extends Error {
  readonly why: Why
  /** A stable word for programs and screens to translate. */
  readonly code: string
  /** The log row that brought the present state, where the caller's is stale. */
  readonly present: number | undefined

  constructor(why: Why, code: string, message: string, present?: number) {
    super(message)
    this.name = new.target.name
    this.why = why
    this.code = code
    this.present = present
  }
}
