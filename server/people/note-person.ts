import type { Person } from '../contract/person.ts'
import type { Tx } from '../store/store.ts'

/** A log row about a person, with the person as they are: what only they know is never in it. Its seq. */
export const notePerson = (
  tx: Tx,
  kind: `person-${string}`,
  person: Person,
  { actor, at, reason = null }: { actor: string; at: string; reason?: string | null },
): Promise<number> => tx.append([{ at, actor, kind, entity: 'person', entityId: person.id, after: person, reason }])
