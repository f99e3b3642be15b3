/** A member of a state that is not as it was; undefined where it was or is not there. */
export interface ChangedMember {
  name: string
  before: unknown
  after: unknown
}

type State = Record<string, unknown>

const membersOf = (state: unknown): State =>
  state !== null && typeof state === 'object' && !Array.isArray(state) ? (state as State) : {}

/** What differs between two states of a thing, member by member in the order of their names. */
export function changedMembers(before: unknown, after: unknown): ChangedMember[] {
  const [was, is] = [membersOf(before), membersOf(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, before: was[name], after: is[name] }))
}

/** A value in one line. */
export const valueWords = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
