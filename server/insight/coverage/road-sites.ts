import type { CheckedSide } from './check-roads.ts'
import type { CoverProblem } from './cover-problem.ts'
import type { Meeting } from './cross-streets.ts'
import type { Side } from './draw-gap.ts'
import type { Stretch } from './find-gaps.ts'
import type { Part } from './street-map.ts'

/** A place where a new thing might stand. */
export interface Site {
  part: Part
  side: Side
  metres: number
  ruleId: string
}

/** A gap that is to be closed, of its side. */
export interface OpenGap {
  side: CheckedSide
  gap: Stretch
}

/** Nothing stands in a crossing, nor so near to its corner. */
const CORNER_METRES = 5

/** Places every `step` metres along a gap, but for crossings. What else is in the way (gates, drives) no layer tells. */
export function placesAlong({ side, gap }: OpenGap, meetings: readonly Meeting[], step: number): number[] {
  const { length } = side.part
  const count = Math.max(0, Math.ceil((gap.to - gap.from) / step) - 1)
  return Array.from({ length: count }, (_, i) => gap.from + (i + 1) * step).filter((metres) => {
    const at = metres > length ? metres - length : metres
    return !meetings.some((one) => Math.abs(one.metres - at) < one.halfWidth + CORNER_METRES)
  })
}

/** Metres that have nothing within half of what is allowed, and the places that would serve them: all of them served is all gaps closed. A gap
 *  is cut wherever what one place serves begins or ends, so that no metre is lost. */
export function metresProblem(
  gaps: readonly OpenGap[],
  placesOf: (gap: OpenGap) => readonly number[],
): { problem: CoverProblem; sites: Site[] } {
  const sites: Site[] = []
  const covers: number[][] = []
  const weights: number[] = []
  for (const open of gaps) {
    const { side, gap } = open
    const half = side.rule.maxMetres / 2
    const [first, last] = [gap.from + half, gap.to - half]
    const places = placesOf(open)
    const cuts = [first, last, ...places.flatMap((metres) => [metres - half, metres + half])]
      .filter((metres) => metres >= first && metres <= last)
      .sort((a, b) => a - b)
    const begin = weights.length
    const pieces: [from: number, to: number][] = []
    for (const [i, to] of cuts.entries()) {
      const from = cuts[i - 1]
      if (from === undefined || to - from < 1e-6) continue
      pieces.push([from, to])
      weights.push(to - from)
    }
    for (const metres of places) {
      sites.push({ part: side.part, side: side.side, metres, ruleId: side.rule.id })
      const [west, east] = [metres - half - 1e-6, metres + half + 1e-6]
      covers.push(pieces.flatMap(([from, to], i) => (from >= west && to <= east ? [begin + i] : [])))
    }
  }
  return { problem: { weights, covers }, sites }
}
