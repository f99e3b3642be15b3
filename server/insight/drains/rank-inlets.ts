import type { CleanFirstRow, DrainRules } from '../../contract/drain.ts'
import type { LngLat } from '../../contract/geo.ts'
import { sortInSteps } from '../steps/sort-in-steps.ts'
import { toTheEnd } from '../steps/to-the-end.ts'

/** An inlet as far as rain is concerned. */
export interface Inlet {
  id: string
  name: string
  road: string
  status: string
  location: LngLat
  lowPlace: boolean
  /** Cases of it, of so many months as the rules say. */
  faults: number
  /** By how many of its cycles dredging is late; 0 in time. */
  lateCycles: number
  /** m² that drain to it, and how deep water stands around it before it runs on; null where no relief tells. */
  catchmentM2: number | null
  sinkM: number | null
  /** m² that drain to all of its relief cell, however many inlets share it; absent where no relief tells. */
  drainedM2?: number | undefined
}

/** A millisecond's worth. */
const AT_ONCE = 500

/** The inlets among drains, in an order that does not follow changes: the ground of the same places is known. Some drains at a time. */
export function* inletsInOrder<D extends { id: string; kind: string }>(drains: Iterable<D>): Generator<void, D[]> {
  const inlets: D[] = []
  let looked = 0
  for (const drain of drains) {
    if (drain.kind === 'inlet') inlets.push(drain)
    if (++looked % AT_ONCE === 0) yield
  }
  return yield* sortInSteps(inlets, (a, b) => (a.id < b.id ? -1 : 1))
}

/** 汛前清掏次序 (N11): by the rain that an inlet's catchment brings and it does not take, more in low places. Of equals the lower code. */
export const rankInlets = (inlets: Iterable<Inlet>, rainMm: number, rules: DrainRules): CleanFirstRow[] =>
  toTheEnd(rankInletsInSteps(inlets, rainMm, rules))

/** As rankInlets, some inlets at a time: a district has 100,000. */
export function* rankInletsInSteps(
  inlets: Iterable<Inlet>,
  rainMm: number,
  rules: DrainRules,
): Generator<void, CleanFirstRow[]> {
  const rows: CleanFirstRow[] = []
  for (const inlet of inlets) {
    rows.push(scoreInlet(inlet, rainMm, rules))
    if (rows.length % AT_ONCE === 0) yield
  }
  const ranked = yield* sortInSteps(rows, (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  for (const [index, row] of ranked.entries()) row.rank = index + 1
  return ranked
}

function scoreInlet(inlet: Inlet, rainMm: number, rules: DrainRules): CleanFirstRow {
  const { catchmentM2: known, sinkM: knownSinkM, drainedM2 = 0, ...told } = inlet
  const inStream = drainedM2 > rules.streamM2
  const [catchmentM2, sinkM] = inStream
    ? [rules.assumedCatchmentM2, null]
    : [known ?? rules.assumedCatchmentM2, knownSinkM]
  const wanted =
    (rules.shutByStatus[inlet.status] ?? 0) +
    rules.shutPerFault * inlet.faults +
    rules.shutPerLateCycle * inlet.lateCycles
  const shut = Math.min(1, wanted)
  // Twelve digits: what is equal on paper is equal here.
  const blockedM3 = Number(((rainMm / 1000) * rules.runoff * catchmentM2 * shut).toPrecision(12))
  const low = 1 + (inlet.lowPlace ? rules.lowPlaceAdds : 0)
  const deep = 1 + rules.sinkAdds * Math.min(1, (sinkM ?? 0) / rules.deepSinkM)
  return { rank: 0, ...told, sinkDepthM: sinkM, catchmentM2, inStream, shut, blockedM3, score: blockedM3 * low * deep }
}
