import { type Curve, lerp, smoothstep, tabulate } from '../town/curve.ts'
import type { Line } from '../town/geometry.ts'
import type { Valley } from './valley.ts'

/** A side stream: where it reaches the river, and its way up a side valley. */
export interface Stream {
  name: string
  nameEn: string
  side: 'north' | 'south'
  /** Width at its mouth, m. */
  width: number
  /** s at a given t. */
  sAt: Curve
  /** From the river upwards, 14 m apart. */
  line: Line
}

interface Course {
  name: string
  nameEn: string
  side: Stream['side']
  s: number
  wander: number
  width: number
}

const COURSES: Course[] = [
  { name: '嘎曲沟', nameEn: 'Gaqu Stream', side: 'north', s: 640, wander: 46, width: 9 },
  { name: '亚龙沟', nameEn: 'Yalong Stream', side: 'north', s: -2330, wander: 80, width: 8 },
  { name: '垃热沟', nameEn: 'Lare Stream', side: 'north', s: 2720, wander: 90, width: 6 },
  { name: '查曲', nameEn: 'Chaqu', side: 'south', s: -1020, wander: 90, width: 9 },
  { name: '江达沟', nameEn: 'Jiangda Stream', side: 'south', s: 1780, wander: 90, width: 7 },
  { name: '', nameEn: '', side: 'north', s: -5000, wander: 120, width: 6 },
  { name: '', nameEn: '', side: 'north', s: 4900, wander: 120, width: 6 },
]

/** The stream that runs through the town between two streets. */
export const TOWN_STREAM = 0
/** The side valley with the landfill. */
export const LANDFILL_STREAM = 2

export const signOf = (side: Stream['side']): 1 | -1 => (side === 'north' ? 1 : -1)

/** @param riverT t of the river's main thread, into which the streams run */
export function makeStreams(valley: Valley, riverT: Curve): Stream[] {
  return COURSES.map((course, i) => {
    const sign = signOf(course.side)
    const tamed = i === TOWN_STREAM
    const sAt = tabulate(
      (t) => {
        const a = Math.abs(t)
        // Between its two streets the town stream is kept straight; above the town it meanders again.
        const free = tamed ? 0.35 + 0.65 * smoothstep(900, 1300, a) : smoothstep(60, 400, a)
        const wander = valley.wave(t / 520, 20 + i) - valley.wave(0, 20 + i)
        const meander = 24 * valley.wave(t / 150, 30 + i) + 11 * valley.wave(t / 62, 31 + i)
        return (
          course.s +
          course.wander * wander * smoothstep(0, 700, a) * (1 + a / 1800) +
          free * meander +
          (tamed ? -0.06 : 0.05) * a
        )
      },
      -5200,
      5200,
      8,
    )
    const mouth = sAt(sign * 30)
    const line: Line = [
      valley.at(mouth + 22, riverT(mouth + 22)),
      valley.at(mouth + 9, lerp(riverT(mouth), sign * 30, 0.6)),
    ]
    for (let t = 30; t < 4300; t += 14) line.push(valley.at(sAt(sign * t), sign * t))
    return { name: course.name, nameEn: course.nameEn, side: course.side, width: course.width, sAt, line }
  })
}
