import { z } from 'zod'

/** The six states that have a colour and a shape on every screen, from quiet to loud (design: colour means state). */
export const State = z.enum(['normal', 'unknown', 'working', 'due', 'late', 'emergency'])
export type State = z.infer<typeof State>

/** 0 (quiet) … 5 (loud): a cluster shows its worst. */
export const urgencyOf = (state: State): number => State.options.indexOf(state)

export const worstOf = (states: Iterable<State>): State => {
  let worst: State = 'normal'
  for (const state of states) if (urgencyOf(state) > urgencyOf(worst)) worst = state
  return worst
}
