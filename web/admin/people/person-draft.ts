import type { NewPerson, Person, PersonPatch } from '../../../server/contract/person.ts'
import type { Post, Scope } from '../../../server/contract/role.ts'

/** A person as the form holds them. */
export interface PersonDraft {
  login: string
  name: string
  roles: Post[]
  areas: string[]
  contractor: string | null
  crewId: string | null
  unit: string | null
}

/** Somebody new: the whole city is theirs, and nothing is theirs to do yet. */
export const emptyDraft = (area: string): PersonDraft => ({
  ...{ login: '', name: '', roles: [], areas: [area], contractor: null, crewId: null, unit: null },
})

export const draftOf = ({ login, name, roles, scope }: Person): PersonDraft => ({
  ...{ login, name, roles, unit: null, ...scope },
})

const scopeOf = ({ areas, contractor, crewId, unit }: PersonDraft): Scope => ({
  areas,
  contractor: contractor || null,
  crewId: crewId || null,
  ...(unit ? { unit } : {}),
})

export const newPersonOf = (draft: PersonDraft): NewPerson => ({
  ...{ login: draft.login, name: draft.name, roles: draft.roles, scope: scopeOf(draft) },
})

/** What the draft changes of a person; undefined where it changes nothing. */
export function patchOf(before: Person, draft: PersonDraft): PersonPatch | undefined {
  const patch: PersonPatch = {}
  const scope = scopeOf(draft)
  if (draft.name.trim() !== before.name) patch.name = draft.name
  if (!sameSet(draft.roles, before.roles)) patch.roles = draft.roles
  const { areas, contractor, crewId, unit } = before.scope
  const same = scope.contractor === contractor && scope.crewId === crewId && scope.unit === unit
  if (!same || !sameSet(scope.areas, areas)) patch.scope = scope
  return Object.keys(patch).length > 0 ? patch : undefined
}

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))
