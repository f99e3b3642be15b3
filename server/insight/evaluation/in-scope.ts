import type { Scope } from '../../contract/role.ts'
import { isInScope } from '../../contract/scope.ts'
import type { FactColumns } from './fact-columns.ts'

/** Which rows are somebody's. A scope is judged once per unit grid, not once per case. */
export function rowsIn(facts: FactColumns, scope: Scope | undefined): (row: number) => boolean {
  if (!scope) return () => true
  const { unitGrid, contractor, crewId } = facts.words
  const inArea = facts.texts.unitGrid.map((text) =>
    isInScope({ ...scope, contractor: null, crewId: null }, { unitGrid: text || null, contractor: null, crewId: null }),
  )
  const mine = {
    contractor: scope.contractor === null ? undefined : facts.numberOf('contractor', scope.contractor),
    crew: scope.crewId === null ? undefined : facts.numberOf('crewId', scope.crewId),
  }
  return (row) =>
    inArea[unitGrid[row] ?? 0] === true &&
    (mine.contractor === undefined || contractor[row] === mine.contractor) &&
    (mine.crew === undefined || crewId[row] === mine.crew)
}
