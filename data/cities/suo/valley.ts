import { type Curve, lerp, smoothstep, tabulate } from '../town/curve.ts'
import type { Line, Point, Polygon } from '../town/geometry.ts'
import { type Noise, noise } from '../town/noise.ts'

/** The valley as a frame to build on: s metres along its axis, t metres across it (north above 0), u from 0 at the river
 *  road to 1 at the foot of the northern slope. Long streets are lines of nearly constant u: they bend with the valley
 *  and draw together where the terrace narrows, which is what keeps the town from being a chessboard. */
export interface Valley {
  noise: Noise
  /** Noise along one line; `k` is which line. */
  wave(x: number, k: number): number
  /** The place at (s, t). */
  at(s: number, t: number): Point
  /** The place at (s, u). */
  onTerrace(s: number, u: number): Point
  /** (s, t) of a place. */
  across(place: Point): { s: number; t: number }
  uOf(s: number, t: number): number
  tOf(s: number, u: number): number
  /** Width of the flat ground north and south of the axis, m. */
  northWidth: Curve
  southWidth: Curve
  /** Direction of the axis, radians. */
  angleAt(s: number): number
  /** The area between two lines of given t over s. */
  band(outer: Curve, inner: Curve, from: number, to: number, step?: number): Polygon
  line(t: Curve, from: number, to: number, step: number): Line
}

/** The river road lies this far north of the axis. */
export const RIVER_ROAD_T = 118
/** The whole valley that is made. */
export const VALLEY = { from: -8600, to: 8600 }

const bump = (s: number, middle: number, width: number) => Math.exp(-(((s - middle) / width) ** 2))

export function makeValley(seed: number): Valley {
  const field = noise(seed)
  const wave = (x: number, k: number) => field(x, k * 37.7 + 0.5)
  const table = (curve: Curve) => tabulate(curve, -10500, 10500, 10)
  const axis = table((x) => 150 * Math.sin(x / 1700 + 0.6) + 70 * Math.sin(x / 690 + 2.1) - 0.06 * x - 145)
  const slope = table((x) => (150 / 1700) * Math.cos(x / 1700 + 0.6) + (70 / 690) * Math.cos(x / 690 + 2.1) - 0.06)
  // The bumps keep the terrace from being a lens: a spur that carries the monastery at −470, a stream's fan at 760.
  const northWidth = table(
    (s) =>
      395 +
      650 * bump(s, 60, 1450) +
      45 * Math.sin(s / 610 + 1) +
      38 * wave(s / 420, 3) -
      175 * bump(s, -470, 215) +
      70 * bump(s, 760, 300) +
      40 * bump(s, -1150, 240) -
      60 * bump(s, 1500, 220),
  )
  const southWidth = table((s) => 250 + 150 * bump(s, -150, 900) + 50 * wave(s / 500, 4))

  const at = (s: number, t: number): Point => {
    const d = slope(s)
    const n = Math.hypot(1, d)
    return [s - (t * d) / n, axis(s) + t / n]
  }
  const across = ([x, y]: Point) => {
    let s = x
    for (let i = 0; i < 4; i++) {
      const foot = x + (y - axis(s)) * slope(s)
      s = i < 3 ? lerp(s, foot, 0.8) : foot
    }
    const d = slope(s)
    return { s, t: (y - axis(s) - (x - s) * d) / Math.hypot(1, d) }
  }
  const tOf = (s: number, u: number) => RIVER_ROAD_T + u * (northWidth(s) - RIVER_ROAD_T)
  const line = (t: Curve, from: number, to: number, step: number): Line => {
    const out: Line = []
    for (let s = from; s < to; s += step) out.push(at(s, t(s)))
    out.push(at(to, t(to)))
    return out
  }
  return {
    noise: field,
    wave,
    at,
    across,
    tOf,
    line,
    northWidth,
    southWidth,
    onTerrace: (s, u) => at(s, tOf(s, u)),
    uOf: (s, t) => (t - RIVER_ROAD_T) / (northWidth(s) - RIVER_ROAD_T),
    angleAt: (s) => Math.atan(slope(s)),
    band: (outer, inner, from, to, step = 20) => [
      [...line(inner, from, to, step), ...line(outer, from, to, step).reverse()],
    ],
  }
}

/** t of national road 317: at the foot of the slope through the town, a little lower beyond it. */
export const nationalRoadT =
  (valley: Valley): Curve =>
  (s) => {
    const foot = valley.northWidth(s)
    if (Math.abs(s) < 2600) return foot
    return lerp(foot, foot * 0.78 + 30 * valley.wave(s / 700, 40), smoothstep(2600, 3200, Math.abs(s)))
  }
