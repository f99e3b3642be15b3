import type { Case } from '../contract/case.ts'
import { wholeCase } from '../contract/compact-case.ts'
import { type Crew, isCrewInScope } from '../contract/crew.ts'
import type { Inspection } from '../contract/inspection.ts'
import type { Entity } from '../contract/log.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'

/** A log row as far as it tells whose it is. */
export interface AboutRow {
  entity: Entity
  after: unknown
}

/** What is everybody's: it belongs to no street, contractor or crew. */
const CITYWIDE: readonly Entity[] = ['city', 'asset', 'import', 'person', 'screen', 'rule', 'retention']

export const isWholeCity = ({ areas, contractor, crewId }: Scope): boolean =>
  contractor === null && crewId === null && areas.some((area) => area.length === 6)

/** The case that a row about a complainant or a photo is of. */
export const caseIdOf = ({ entity, after }: AboutRow): string | undefined => {
  if (entity !== 'complainant' && entity !== 'photo') return undefined
  const { caseId } = (after ?? {}) as { caseId?: unknown }
  return typeof caseId === 'string' ? caseId : undefined
}

/** Whether somebody may look a row over: a case, a visit or a crew as it stood then, a complainant or a photo by its case as it stands now. What
 *  is of no known kind is seen by those whose whole city it is. */
export function isRowInScope(scope: Scope, row: AboutRow, caseOf: (id: string) => Case | undefined): boolean {
  if (isWholeCity(scope) || CITYWIDE.includes(row.entity)) return true
  if (row.after === null) return false
  if (row.entity === 'case') return isInScope(scope, wholeCase(row.after))
  if (row.entity === 'inspection')
    return isInScope(scope, { unitGrid: (row.after as Inspection).unitGrid, contractor: null, crewId: null })
  if (row.entity === 'crew') return isCrewInScope(scope, row.after as Crew)
  const of = caseOf(caseIdOf(row) ?? '')
  return of !== undefined && isInScope(scope, of)
}

/** What people call the thing of a row; null where it has no name. */
export function titleOf(row: AboutRow, caseOf: (id: string) => Case | undefined): string | null {
  const known = caseIdOf(row)
  if (known !== undefined) return caseOf(known)?.number ?? null
  const { number, name } = (row.after ?? {}) as { number?: unknown; name?: unknown }
  if (typeof number === 'string') return number
  if (typeof name === 'string') return name
  // The city's name is in both languages.
  const { zh } = (name ?? {}) as { zh?: unknown }
  return typeof zh === 'string' ? zh : null
}
