import { lightOfCase, nextInstants } from '../../../server/contract/case-light.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { State } from '../../../server/contract/state.ts'

/** An open case with its light. */
export interface LitCase {
  id: string
  state: State
  of: DeskCase
}

export interface LateCase extends LitCase {
  lateSeconds: number
}

export const lit = (cases: readonly DeskCase[], now: number): LitCase[] =>
  cases.map((of) => ({ id: of.id, state: lightOfCase(of, now), of }))

/** The late ones, the longest late first. */
export const lateOf = (cases: readonly LitCase[], now: number): LateCase[] =>
  cases
    .flatMap((one) => {
      const due = one.state === 'late' ? nextInstants(one.of)?.due : undefined
      return due === undefined ? [] : [{ ...one, lateSeconds: Math.max(0, (now - due) / 1_000) }]
    })
    .sort((a, b) => b.lateSeconds - a.lateSeconds || (a.id < b.id ? -1 : 1))
