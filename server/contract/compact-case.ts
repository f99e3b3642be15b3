import { z } from 'zod'
import { Case } from './case.ts'

/** What each member is where nobody has said otherwise. */
const DEFAULTS = Object.fromEntries(
  Object.entries(Case.shape).flatMap(([member, schema]) =>
    schema instanceof z.ZodDefault ? [[member, Object.freeze(schema.def.defaultValue)]] : [],
  ),
) as Partial<Case>

/** In the order in which the log writes them down, so that it need not sort. */
const MEMBERS = Object.keys(Case.shape).sort() as (keyof Case)[]

/** A case without the members that are as their default says: half of a young one, and the log holds each of its states. */
export function compactCase(state: Case): Partial<Case> {
  // Built up and not deleted from: an object that lost members is twice as slow to write down.
  const compact: Record<string, unknown> = {}
  for (const member of MEMBERS) {
    const value = state[member]
    if (!(member in DEFAULTS && isSame(value, DEFAULTS[member]))) compact[member] = value
  }
  return compact
}

/** The whole case again; of a row that was written as a Case, which is not checked again. */
export const wholeCase = (compact: unknown): Case => ({ ...DEFAULTS, ...(compact as Partial<Case>) }) as Case

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && one.length === 0 && Array.isArray(other))
