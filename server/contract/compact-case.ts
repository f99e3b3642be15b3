import { z } from 'zod'
import { Case } from './case.ts'

/** What each member is where nobody has said otherwise. */
const DEFAULTS = Object.fromEntries(
  Object.entries(Case.shape).flatMap(([member, schema]) =>
    schema instanceof z.ZodDefault ? [[member, Object.freeze(schema.def.defaultValue)]] : [],
  ),
) as Partial<Case>

const MEMBERS = Object.keys(DEFAULTS) as (keyof Case)[]

/** A case without the members that are as their default says: half of a young one, and the log holds each of its states. */
export function compactCase(state: Case): Partial<Case> {
  const compact: Partial<Case> = { ...state }
  for (const member of MEMBERS) if (isSame(state[member], DEFAULTS[member])) delete compact[member]
  return compact
}

/** The whole case again; of a row that was written as a Case, which is not checked again. */
export const wholeCase = (compact: unknown): Case => ({ ...DEFAULTS, ...(compact as Partial<Case>) }) as Case

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && one.length === 0 && Array.isArray(other))
