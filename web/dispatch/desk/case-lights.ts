import { nextInstants } from '../../../server/contract/case-light.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { State } from '../../../server/contract/state.ts'

interface Instants {
  /** Unix ms; infinity where nothing runs. */
  warn: number
  due: number
}

const NEVER: Instants = { warn: Number.POSITIVE_INFINITY, due: Number.POSITIVE_INFINITY }
/** Texts are read once for each state of a case: 50,000 are coloured and sorted anew at every change. */
const known = new WeakMap<DeskCase, Instants>()

export function instantsOf(of: DeskCase): Instants {
  const kept = known.get(of)
  if (kept) return kept
  const instants = nextInstants(of) ?? NEVER
  known.set(of, instants)
  return instants
}

/** As lightOfCase of the contract says, of an open case. */
export function lightAt(of: DeskCase, now: number): State {
  if (of.urgency === 'emergency') return 'emergency'
  const { warn, due } = instantsOf(of)
  if (due === Number.POSITIVE_INFINITY) return 'unknown'
  if (now > due) return 'late'
  return now >= warn ? 'due' : 'working'
}
