/** Whether both engines keep a text as it is: PostgreSQL refuses the character NUL, and half of a surrogate pair is no UTF-8. Checked where
 *  data comes in, so that a bad row is refused by name and does not end a whole import. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text)

const LONE_SURROGATE = /\p{Surrogate}/u

/** Throws when a text that goes into a column of its own cannot be kept. */
export function checkStorable(what: string, ...texts: readonly (string | null)[]): void {
  for (const text of texts) {
    if (text !== null && !isStorable(text))
      throw new RangeError(`${what}: ${JSON.stringify(text)} holds a character that cannot be stored`)
  }
}
