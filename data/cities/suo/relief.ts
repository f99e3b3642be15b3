import { smoothstep } from '../town/curve.ts'
import type { Point } from '../town/geometry.ts'
import { type Stream, signOf } from './streams.ts'
import type { Valley } from './valley.ts'

const ridged = (n: number): number => 1 - Math.abs(n) * 2

/** Height in metres above sea: a valley floor at 3,986 m that falls with the river, terraces, slopes with ridges that run
 *  down to the valley, and side valleys cut by the streams. */
export function makeRelief(valley: Valley, streams: Stream[]): (place: Point) => number {
  const { noise } = valley
  const slopeRise = (s: number, t: number, [x, y]: Point, d: number): number => {
    const warpX = 150 * noise(s / 820 + 3, t / 820)
    const warpY = 150 * noise(s / 820 + 50, t / 820)
    const ridge = 0.5 + 0.5 * ridged(noise((s + warpX) / 980, (t + warpY) / 1900 + 5))
    const rib = ridged(noise((s - warpY) / 360 + 3, (t + warpX) / 620))
    // Rises for some 3 km and levels out: beyond the made valley lies high country, not an ever steeper wall.
    const far = 480 * (1 - Math.exp(-d / 3000))
    const rise = 560 * (1 - Math.exp(-d / 820)) * (0.42 + 0.72 * ridge) + far + 30 * rib * smoothstep(60, 700, d)
    const rough = 26 * noise(x / 240, y / 240) + 9 * noise(x / 110, y / 110)
    return smoothstep(0, 240, d) * rise + smoothstep(60, 500, d) * rough
  }
  const carving = (s: number, t: number, d: number): number => {
    let cut = 0
    for (const stream of streams) {
      if (signOf(stream.side) > 0 !== t > 0) continue
      const aside = Math.abs(s - stream.sAt(t))
      const width = 60 + 0.16 * Math.max(0, d)
      if (aside > width * 3) continue
      // Begins softly, or a small closed contour shows where the stream leaves its valley.
      const depth = 2.5 * smoothstep(-140, 160, d) + 0.3 * Math.max(0, d) * smoothstep(0, 320, d)
      cut += Math.min(190, depth) * Math.exp(-((aside / width) ** 2))
    }
    return cut
  }
  return (place) => {
    const { s, t } = valley.across(place)
    const away = Math.abs(t)
    const foot = t > 0 ? valley.northWidth(s) : valley.southWidth(s)
    const d = away - foot + 26 * noise(s / 330 + 9, t / 520)
    const [x, y] = place
    let z = 3986 - 0.0032 * Math.max(-12000, Math.min(12000, s))
    z += 5 * smoothstep(38, 80, away) + 0.02 * Math.max(0, Math.min(away, foot) - 70)
    // Small undulation: it makes the low places where drains must be.
    z += 1.1 * noise(x / 170, y / 170) + 0.5 * noise(x / 60 + 7, y / 60)
    if (d > 0) z += slopeRise(s, t, place, d)
    return d > -140 ? z - carving(s, t, d) : z
  }
}
