import type { Asset } from '../../contract/asset.ts'
import type { Case, CaseOwner } from '../../contract/case.ts'
import type { Responsibility } from '../../contract/responsibility.ts'

export interface Owned extends Pick<Case, 'kind' | 'code' | 'unitGrid' | 'responsibilityGrid'> {
  /** The thing it is about, where one is known. */
  fields?: Asset['fields'] | undefined
}

/** 事项 majors of GB/T 47678.5 that are no component's 异常. Those below 06, and local ones, mirror a 部件: what is wrong with a thing is its owner's
 *  business, whichever of the two names it has. */
const EVENTS = /^(0[6-9]|1)/
const kindOf = ({ kind, code }: Pick<Owned, 'kind' | 'code'>): Owned['kind'] =>
  kind === 'matter' && EVENTS.test(code) ? 'matter' : 'component'

/** Whose a case is: 部件先属主后属地, 事件先属地后属主 (STANDARDS 1.2). What no row names goes to the stated body of last resort, by
 *  `none`; null where the city has no table. */
export function ownerOfCase(of: Owned, table: Responsibility | null): CaseOwner | null {
  if (!table) return null
  const byOwner = (): CaseOwner | undefined => found(ownerIn(table, of), 'asset-owner')
  const byGround = (): CaseOwner | undefined => found(groundIn(table, of), 'area')
  const named = kindOf(of) === 'component' ? (byOwner() ?? byGround()) : (byGround() ?? byOwner())
  return named ?? { unit: table.otherwise, by: 'none' }
}

const found = (unit: string | undefined, by: CaseOwner['by']): CaseOwner | undefined =>
  unit === undefined ? undefined : { unit, by }

function ownerIn({ owners }: Responsibility, { fields, ...of }: Owned): string | undefined {
  const kind = kindOf(of)
  return owners.find(
    (row) =>
      row.kind === kind &&
      row.codes.some((beginning) => of.code.startsWith(beginning)) &&
      (!row.when || fields?.[row.when.field] === row.when.equals),
  )?.unit
}

function groundIn({ grounds }: Responsibility, { unitGrid, responsibilityGrid }: Owned): string | undefined {
  let best: { unit: string; weight: number } | undefined
  for (const row of grounds) {
    const weight = 'responsibilityGrid' in row ? weightOfGrid(row, responsibilityGrid) : weightOfDigits(row, unitGrid)
    if (weight > (best?.weight ?? 0)) best = { unit: row.unit, weight }
  }
  return best?.unit
}

const weightOfGrid = (row: { responsibilityGrid: string }, grid: string | null): number =>
  row.responsibilityGrid === grid ? Number.POSITIVE_INFINITY : 0

const weightOfDigits = (row: { unitGrids: string }, grid: string | null): number =>
  grid?.startsWith(row.unitGrids) ? row.unitGrids.length : 0
