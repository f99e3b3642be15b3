import type { CoverageResult } from '../../../server/contract/coverage.ts'
import type { CoverageSet } from '../../../server/contract/rule.ts'

/** What a look comes to for one set of rules. */
export interface Summary {
  kind: 'along' | 'service'
  gapMetres: number
  gaps: number
  /** 0 … 1; null: nothing was looked at. */
  passShare: number | null
  checkedMetres: number
  roads: number
  things: number
  /** Too near to each other; null: no rule of the set names it. */
  closerPairs: number | null
  uncoveredPopulation: number
  uncoveredBlocks: number
  population: number
  blocks: number
  /** Where the rules do not hold, though their roads go on: beyond the unit grids. */
  outside: { metres: number; roads: number }
  /** Of things left out for their quality, by the reason. */
  leftOut: { tooOld: number; tooRough: number; otherSource: number }
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0)

/** The figures of all rules of a set together: a road is looked at by one of them, so nothing is counted twice. */
export function sumUp({ rules, services, things }: CoverageResult, { id, layer }: CoverageSet): Summary {
  const along = rules.filter(({ setId }) => setId === id)
  const served = services.filter(({ setId }) => setId === id)
  const [checkedMetres, gapMetres] = [sum(along, (one) => one.checkedMetres), sum(along, (one) => one.gapMetres)]
  const pairs = along.flatMap(({ closerPairs }) => (closerPairs === null ? [] : [closerPairs]))
  const count = things.find((one) => one.layer === layer)
  const service = served[0]
  const kind = along.length > 0 ? 'along' : 'service'
  return {
    ...{ kind, gapMetres, checkedMetres },
    gaps: sum(along, (one) => one.gaps),
    passShare: kind === 'service' ? (service?.passShare ?? null) : passShare(checkedMetres, gapMetres),
    roads: sum(along, (one) => one.roads),
    things: count ? count.things - count.notCounted - count.tooOld - count.tooRough - count.otherSource : 0,
    closerPairs: pairs.length > 0 ? sum(pairs, (one) => one) : null,
    ...{ uncoveredPopulation: service?.uncoveredPopulation ?? 0, uncoveredBlocks: service?.uncoveredBlocks ?? 0 },
    ...{ population: service?.population ?? 0, blocks: service?.blocks ?? 0 },
    outside: {
      metres: sum(along, ({ leftOut }) => leftOut?.metres ?? 0),
      roads: sum(along, ({ leftOut }) => leftOut?.roads ?? 0),
    },
    leftOut: {
      ...{ tooOld: count?.tooOld ?? 0, tooRough: count?.tooRough ?? 0, otherSource: count?.otherSource ?? 0 },
    },
  }
}

const passShare = (checked: number, missing: number): number | null =>
  checked > 0 ? Math.max(0, 1 - missing / checked) : null
