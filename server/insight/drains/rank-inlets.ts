import type { CleanFirstRow, DrainRules } from '../../contract/drain.ts'
import type { LngLat } from '../../contract/geo.ts'

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
}

/** 汛前清掏次序 (N11): by the rain that an inlet's catchment brings and it does not take, more in low places. Of equals the lower code. */
export function rankInlets(inlets: Iterable<Inlet>, rainMm: number, rules: DrainRules): CleanFirstRow[] {
  return [...inlets]
    .map((inlet) => scoreInlet(inlet, rainMm, rules))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((row, index) => ({ ...row, rank: index + 1 }))
}

function scoreInlet(inlet: Inlet, rainMm: number, rules: DrainRules): CleanFirstRow {
  const { catchmentM2: known, sinkM, ...told } = inlet
  const catchmentM2 = known ?? rules.assumedCatchmentM2
  const wanted =
    (rules.shutByStatus[inlet.status] ?? 0) +
    rules.shutPerFault * inlet.faults +
    rules.shutPerLateCycle * inlet.lateCycles
  const shut = Math.min(1, wanted)
  // Twelve digits: what is equal on paper is equal here.
  const blockedM3 = Number(((rainMm / 1000) * rules.runoff * catchmentM2 * shut).toPrecision(12))
  const low = 1 + (inlet.lowPlace ? rules.lowPlaceAdds : 0)
  const deep = 1 + rules.sinkAdds * Math.min(1, (sinkM ?? 0) / rules.deepSinkM)
  return { rank: 0, ...told, sinkDepthM: sinkM, catchmentM2, shut, blockedM3, score: blockedM3 * low * deep }
}
