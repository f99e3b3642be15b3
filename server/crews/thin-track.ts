import type { CrewPosition } from '../contract/crew.ts'
import { planeAround } from '../contract/local-plane.ts'
import { TRACK_GAP_MINUTES } from '../contract/track.ts'

const GAP_MS = TRACK_GAP_MINUTES * 60_000
/** What rounding to seven decimals may move a place, and the plane's own error over a way of minutes. */
const SPARE_METRES = 0.05

/** The places (ascending in time) that a track cannot do without: what is left out lies, at its very instant, within so many metres of where one
 *  is who goes evenly between the places kept. The difference of two even ways is greatest at one of their ends, so this holds at every instant,
 *  not only at those of the places. Both sides of a gap are kept, and a place at least every TRACK_GAP_MINUTES, so that a crew that stands still is
 *  not taken for a gap. By halving (Douglas and Peucker 1973) with the distance at the same instant (Meratnia and de By 2004). */
export function thinTrack(positions: readonly CrewPosition[], withinMetres: number): CrewPosition[] {
  const within = withinMetres - SPARE_METRES
  const first = positions[0]
  if (!first || within <= 0) return [...positions]
  const ms = positions.map(({ at }) => Date.parse(at))
  const plane = planeAround(first.location)
  const places = positions.map(({ location }) => plane(location))
  const kept = new Uint8Array(positions.length)
  for (const [from, to] of runsOf(ms)) keepBetween({ ms, places, kept, within }, from, to)
  return positions.filter((_, at) => kept[at])
}

/** Stretches without a gap and no longer than one: their ends are kept. */
function runsOf(ms: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  let from = 0
  for (let at = 1; at <= ms.length; at++) {
    const [begun = 0, before = 0, now] = [ms[from], ms[at - 1], ms[at]]
    const isGap = now !== undefined && now - before > GAP_MS
    if (now !== undefined && now - begun <= GAP_MS) continue
    runs.push([from, at - 1])
    from = isGap ? at : at - 1
  }
  return runs
}

interface Halving {
  ms: readonly number[]
  places: readonly (readonly [east: number, north: number])[]
  kept: Uint8Array
  within: number
}

function keepBetween({ ms, places, kept, within }: Halving, first: number, last: number): void {
  kept[first] = 1
  kept[last] = 1
  const open: [number, number][] = [[first, last]]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch
    const [a, b, begun = 0, ended = 0] = [places[from], places[to], ms[from], ms[to]]
    if (!a || !b) continue
    let [worst, furthest] = [within, -1]
    for (let at = from + 1; at < to; at++) {
      const [place, now = 0] = [places[at], ms[at]]
      const share = ended === begun ? 0 : (now - begun) / (ended - begun)
      const off = Math.hypot(
        (place?.[0] ?? 0) - a[0] - (b[0] - a[0]) * share,
        (place?.[1] ?? 0) - a[1] - (b[1] - a[1]) * share,
      )
      if (off > worst) [worst, furthest] = [off, at]
    }
    if (furthest < 0) continue
    kept[furthest] = 1
    open.push([from, furthest], [furthest, to])
  }
}
