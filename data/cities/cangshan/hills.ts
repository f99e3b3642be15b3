import { smoothstep } from '../town/curve.ts'
import type { Point, Ring } from '../town/geometry.ts'
import { type Noise, noise } from '../town/noise.ts'
import { GROUND_BOX } from './outline.ts'

export interface Hill {
  name: string
  nameEn: string
  at: Point
  /** Half lengths along and across, m. */
  long: number
  wide: number
  turn: number
  /** Metres above the ground around it. */
  height: number
}

// Names of real hills of the district; where they stand and how they look is invented.
export const HILLS: Hill[] = [
  { name: '烟台山', nameEn: 'Yantai Hill', at: [60, 1640], long: 290, wide: 175, turn: 0.2, height: 48 },
  { name: '高盖山', nameEn: 'Gaogai Hill', at: [-1080, -2180], long: 900, wide: 470, turn: -0.12, height: 196 },
  { name: '妙峰山', nameEn: 'Miaofeng Hill', at: [-6880, 2640], long: 400, wide: 300, turn: -0.5, height: 92 },
  { name: '清凉山', nameEn: 'Qingliang Hill', at: [5060, -760], long: 460, wide: 330, turn: 0.4, height: 118 },
  { name: '城门山', nameEn: 'Chengmen Hill', at: [4150, -1980], long: 380, wide: 270, turn: 0.1, height: 84 },
  { name: '长安山', nameEn: 'Changan Hill', at: [-1250, 1220], long: 240, wide: 150, turn: 0.5, height: 40 },
]

/** How far out a place is: 0 in the middle, 1 on the foot of the hill. */
export function outOf(hill: Hill, [x, y]: Point, wave: Noise): number {
  const [dx, dy] = [x - hill.at[0], y - hill.at[1]]
  const u = (dx * Math.cos(hill.turn) + dy * Math.sin(hill.turn)) / hill.long
  const v = (dy * Math.cos(hill.turn) - dx * Math.sin(hill.turn)) / hill.wide
  return Math.hypot(u, v) / bulge(hill, Math.atan2(v, u), wave)
}

/** Spurs and hollows: how much further out the foot lies in one direction. */
function bulge({ at }: Hill, angle: number, wave: Noise): number {
  const [u, v] = [Math.cos(angle), Math.sin(angle)]
  return (
    1 + 0.2 * wave(at[0] / 77 + 1.6 * u, at[1] / 77 + 1.6 * v) + 0.07 * wave(at[1] / 50 + 4 * u, at[0] / 50 + 4 * v)
  )
}

/** The foot of a hill, along which a road runs. */
export function footOf(hill: Hill, wave: Noise): Ring {
  return Array.from({ length: 72 }, (_, k): Point => {
    const angle = (k / 72) * 2 * Math.PI
    const out = bulge(hill, angle, wave)
    const [u, v] = [Math.cos(angle) * hill.long * out, Math.sin(angle) * hill.wide * out]
    return [
      hill.at[0] + u * Math.cos(hill.turn) - v * Math.sin(hill.turn),
      hill.at[1] + u * Math.sin(hill.turn) + v * Math.cos(hill.turn),
    ]
  })
}

/** Metres above the sea: level ground by the river, the island's hills, and mountains behind the southern bank. */
export function makeRelief(seed: number): (place: Point) => number {
  const wave = noise(seed + 1)
  return (place) => {
    const [x, y] = place
    let height = 6 + 1.2 * wave(x / 700, y / 700)
    for (const hill of HILLS) {
      const out = outOf(hill, place, wave)
      if (out >= 1) continue
      const ribs = 1 + 0.22 * wave(x / 130, y / 130) + 0.1 * wave(x / 50, y / 50)
      height += hill.height * (1 - out * out) ** 1.4 * ribs
    }
    return Math.max(3, height + mountains(place, wave))
  }
}

/** Mountains behind the southern and western bank. They sink towards the edge of the drawn ground, which would else cut them off. */
function mountains([x, y]: Point, wave: Noise): number {
  const behind = southBankDepth([x, y])
  if (behind <= 0) return 0
  const edge = smoothstep(2300, 4600, Math.min(x - GROUND_BOX[0], GROUND_BOX[2] - x, y - GROUND_BOX[1] + 200))
  const ridges = 0.55 + 0.75 * (1 - Math.abs(wave(x / 1500, y / 1500)))
  const rough = 18 * wave(x / 300, y / 300) * Math.min(1, behind / 900)
  return edge * (behind ** 0.9 * 0.16 * ridges + rough)
}

/** Metres beyond the level strip of the southern and western bank. */
function southBankDepth([x, y]: Point): number {
  const bank = x < -7400 ? -2700 + (-7400 - x) * 2.6 : x < 100 ? -2700 - (x + 7400) * 0.58 : -7050 + (x - 100) * 0.3
  return bank - 900 - y
}
