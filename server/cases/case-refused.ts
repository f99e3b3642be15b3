/** Who was there before. */
export interface LastStep {
  /** As others see it. */
  name: string
  /** ISO instant in UTC. */
  at: string
  /** `case-dispatched` … */
  kind: string
}

/** Why something is not done to a case; nothing of it was written. 400: it cannot be so. 403: not by this person. 404: no such case, for this
 *  person. 409: not as the case stands. 412: no longer as the caller saw it. 503: its turn did not come in time. */
export class CaseRefused extends Error {
  readonly status: 400 | 403 | 404 | 409 | 412 | 503
  /** A stable word for programs. */
  readonly code: string
  /** The member at fault. */
  readonly at: string | undefined
  /** Of a conflict: the step that made the case what it is. */
  readonly last: LastStep | undefined
  /** Of a stale one: the log row that brought what stands now. */
  readonly present: number | undefined

  constructor(
    status: CaseRefused['status'],
    code: string,
    message: string,
    { at, last, present }: { at?: string; last?: LastStep | undefined; present?: number } = {},
  ) {
    super(message)
    this.name = 'CaseRefused'
    this.status = status
    this.code = code
    this.at = at
    this.last = last
    this.present = present
  }
}

export const noSuchCase = (id: string): CaseRefused =>
  new CaseRefused(404, 'unknown-case', `There is no case "${id.slice(0, 60)}".`, { at: 'id' })

/** 400: what was given does not fit the case or the rules. */
export const unfit = (at: string, code: string, message: string): CaseRefused =>
  new CaseRefused(400, code, `"${at}": ${message}`, { at })
