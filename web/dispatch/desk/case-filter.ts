import type { CaseSource, CaseStatus } from '../../../server/contract/case.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { Actor } from '../../../server/contract/role.ts'
import { isInScope } from '../../../server/contract/scope.ts'
import type { State } from '../../../server/contract/state.ts'
import { lightAt } from './case-lights.ts'

/** Which cases are listed. An empty list takes all. */
export interface CaseFilter {
  status: readonly CaseStatus[]
  light: readonly State[]
  source: readonly CaseSource[]
  /** `component:01037` */
  class: readonly string[]
  /** Ids of responsibility grids. */
  area: readonly string[]
  crew: readonly string[]
  mine: boolean
  /** Foreseen to be late. */
  red: boolean
  /** Beginning of a number, or a part of place or problem. */
  q: string
}

export const NO_FILTER: CaseFilter = {
  ...{ status: [], light: [], source: [], class: [], area: [], crew: [] },
  ...{ mine: false, red: false, q: '' },
}

export interface FilterNeeds {
  /** Unix ms. */
  now: number
  isMine: (of: DeskCase) => boolean
  /** Absent: nothing is foreseen. */
  isRed?: ((of: DeskCase) => boolean) | undefined
}

const takes = <Value>(list: readonly Value[], value: Value | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value))

/** Whether its number begins with it, or its place or problem has it. */
export const holds = (of: DeskCase, q: string): boolean => {
  if (q === '') return true
  const text = q.toLowerCase()
  return of.number.startsWith(text) || `${of.address} ${of.problem}`.toLowerCase().includes(text)
}

/** Whether a case is among those asked for. The light comes last: it alone asks the time. */
export const matches = (of: DeskCase, filter: CaseFilter, { now, isMine, isRed }: FilterNeeds): boolean =>
  takes(filter.status, of.status) &&
  takes(filter.source, of.source) &&
  takes(filter.class, `${of.kind}:${of.code}`) &&
  takes(filter.area, of.responsibilityGrid) &&
  takes(filter.crew, of.crewId) &&
  (!filter.mine || isMine(of)) &&
  (!filter.red || isRed?.(of) === true) &&
  holds(of, filter.q) &&
  (filter.light.length === 0 || filter.light.includes(lightAt(of, now)))

/** Mine is what I dispatched, and what lies in my part of the city where I have only a part: who has all of it would else list everything. */
export function isMineOf(actor: Actor | null | undefined, dispatched: ReadonlySet<string>): (of: DeskCase) => boolean {
  const areas = actor?.scope.areas.filter((area) => area.length > 6) ?? []
  const part = areas.length > 0 ? { areas, contractor: null, crewId: null } : undefined
  return (of) => dispatched.has(of.id) || (part !== undefined && isInScope(part, of))
}

/** Those asked for, in the order in which they come. */
export const filterCases = (cases: readonly DeskCase[], filter: CaseFilter, needs: FilterNeeds): DeskCase[] =>
  cases.filter((of) => matches(of, filter, needs))
