/** Why a rule is not changed. `bad`: what is asked for cannot be; `stale`: it is no longer as the caller saw it; `unseen`: the caller did
 *  not say what it saw; `busy`: the city was being written to for too long; `absent`: there is none to
 *  remove. */
export type RuleRefusal = 'bad' | 'stale' | 'unseen' | 'busy' | 'absent'

export class RuleRefused extends Error {
  readonly why: RuleRefusal
  readonly code: string
  /** The member at fault. */
  readonly at: string | undefined
  /** The version that stands, for the next try. */
  readonly present: number | undefined

  constructor(why: RuleRefusal, code: string, words: string, more: { at?: string; present?: number } = {}) {
    super(words)
    this.name = 'RuleRefused'
    this.why = why
    this.code = code
    this.at = more.at
    this.present = more.present
  }
}
