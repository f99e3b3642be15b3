/** Why something about a person or a screen is not done. `bad`: what was sent; `absent`: no such one; `taken`: something stands in the way;
 *  `stale`: not as the caller saw it. */
export type Refused = 'bad' | 'absent' | 'taken' | 'stale'

export class PersonRefused extends Error {
  readonly why: Refused
  /** A stable word for the screen to translate. */
  readonly code: string
  /** For `stale`: the log row that brought the present state. */
  readonly present: number | undefined

  constructor(why: Refused, code: string, message: string, present?: number) {
    super(message)
    this.name = 'PersonRefused'
    this.why = why
    this.code = code
    this.present = present
  }
}
