import type { CoverageRank, RuleFinding } from '../../contract/coverage.ts'
import type { CoverageRule, CoverageSet } from '../../contract/rule.ts'
import { type SideAreas, shareOut } from './area-map.ts'
import type { CheckedSide } from './check-roads.ts'
import type { Stretch } from './find-gaps.ts'

const metresOf = ({ from, to }: Stretch): number => to - from
export const gapMetres = (gaps: readonly Stretch[]): number => gaps.reduce((sum, gap) => sum + metresOf(gap), 0)
export const passShare = (checked: number, missing: number): number | null =>
  checked > 0 ? Math.max(0, 1 - missing / checked) : null
const centimetres = (metres: number): number => Math.round(metres * 100) / 100

/** What each rule of a set about roads comes to; one that holds for no road stands there with nothing checked. */
export const findingsOf = (set: CoverageSet, sides: readonly CheckedSide[]): RuleFinding[] =>
  set.rules
    .filter(({ measure }) => measure === 'along-road')
    .map((rule) =>
      findingOf(
        set,
        rule,
        sides.filter((side) => side.rule === rule),
      ),
    )

function findingOf(set: CoverageSet, rule: CoverageRule, sides: readonly CheckedSide[]): RuleFinding {
  const gaps = sides.flatMap((side) => side.gaps)
  const checked = checkedMetres(sides)
  const missing = gapMetres(gaps)
  const things = new Set(sides.flatMap(({ places }) => places.map(({ thing }) => thing)))
  return {
    ...{ setId: set.id, ruleId: rule.id, layer: set.layer, maxMetres: rule.maxMetres },
    ...{ checkedMetres: centimetres(checked), gapMetres: centimetres(missing), passShare: passShare(checked, missing) },
    leftOut: leftOutOf(sides),
    ...{ gaps: gaps.length, roads: roadsOf(sides.filter(({ metres }) => metres > 0)), things: things.size },
    longestMetres: centimetres(gaps.reduce((most, gap) => Math.max(most, metresOf(gap)), 0)),
    closerPairs: rule.minMetres === undefined ? null : sides.reduce((sum, { closer }) => sum + closer, 0),
  }
}

export const checkedMetres = (sides: readonly Pick<CheckedSide, 'metres'>[]): number =>
  sides.reduce((sum, { metres }) => sum + metres, 0)
const roadsOf = (sides: readonly CheckedSide[]): number => new Set(sides.map(({ part }) => part.street)).size

/** Below this a road is as good as inside. */
const AS_GOOD_AS_METRES = 0.01

export const leftOutMetres = ({ part, metres }: Pick<CheckedSide, 'part' | 'metres'>): number =>
  part.length - metres > AS_GOOD_AS_METRES ? part.length - metres : 0

function leftOutOf(sides: readonly CheckedSide[]): RuleFinding['leftOut'] {
  if (!sides.some(({ stretches }) => stretches)) return null
  const outside = sides.filter((side) => leftOutMetres(side) > 0)
  const metres = centimetres(outside.reduce((sum, side) => sum + leftOutMetres(side), 0))
  return { why: 'outside-unit-grids', metres, roads: roadsOf(outside) }
}

/** Roads by what is missing along them, and responsibility grids likewise; each layer apart. */
export class Ranks {
  readonly #rows = new Map<string, CoverageRank>()

  add(
    { layer, id, name, roadClass }: Pick<CoverageRank, 'layer' | 'id' | 'name' | 'roadClass'>,
    more: { checked?: number; missing?: number; gaps?: number; leftOut?: number; people?: number },
  ): void {
    const key = `${layer} ${id}`
    const row = this.#rows.get(key) ?? {
      ...{ layer, id, name, roadClass, checkedMetres: 0, gapMetres: 0, passShare: null, gaps: 0 },
      ...{ leftOutMetres: 0, uncoveredPopulation: 0 },
    }
    row.checkedMetres += more.checked ?? 0
    row.gapMetres += more.missing ?? 0
    row.gaps += more.gaps ?? 0
    row.leftOutMetres += more.leftOut ?? 0
    row.uncoveredPopulation += more.people ?? 0
    this.#rows.set(key, row)
  }

  /** Those where most is missing first. */
  list(): CoverageRank[] {
    return [...this.#rows.values()]
      .map((row) => ({
        ...row,
        checkedMetres: centimetres(row.checkedMetres),
        gapMetres: centimetres(row.gapMetres),
        leftOutMetres: centimetres(row.leftOutMetres),
        passShare: passShare(row.checkedMetres, row.gapMetres),
      }))
      .sort(
        (a, b) => b.gapMetres - a.gapMetres || b.uncoveredPopulation - a.uncoveredPopulation || (a.id < b.id ? -1 : 1),
      )
  }
}

/** How many metres of a stretch of a side lie in each area. A road as a whole lies in those of both sides, half and half. */
export function areasOf(
  { part, side }: Pick<CheckedSide, 'part' | 'side'>,
  { from, to }: { from: number; to: number },
  areas: SideAreas | undefined,
): Map<number, number> {
  const hands = !areas ? [] : side === 1 ? [areas.left] : side === -1 ? [areas.right] : [areas.left, areas.right]
  const shares = new Map<number, number>()
  for (const steps of hands)
    for (const [area, metres] of shareOut(steps, { from, to, length: part.length }))
      shares.set(area, (shares.get(area) ?? 0) + metres / hands.length)
  return shares
}

export const mostOf = (shares: ReadonlyMap<number, number>): number =>
  [...shares].reduce<[number, number]>((best, one) => (one[1] > best[1] ? one : best), [-1, 0])[0]
