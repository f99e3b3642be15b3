import { lerp, smoothstep } from '../town/curve.ts'
import type { Line, Point } from '../town/geometry.ts'
import type { River } from './river.ts'
import type { RoadClass } from './road-classes.ts'
import { type Stream, TOWN_STREAM } from './streams.ts'
import { nationalRoadT, VALLEY, type Valley } from './valley.ts'

/** A street as it is drawn before crossings are found. */
export interface Street {
  line: Line
  class: RoadClass
  name: string
  /** Plate of a numbered road. */
  ref?: string
  /** Stays although it ends in the open. */
  open?: boolean
}

/** Every line overshoots; what then dangles is trimmed, which makes each end a clean junction without special cases. */
const OVERSHOOT = { s: 45, u: 0.06 }

/** [name, class, u, from s, to s, wander in u, noise line] */
const LONG: [string, RoadClass, number, number, number, number, number][] = [
  ['滨河路', 'main', 0, -1420, 1500, 0.012, 43],
  ['亚拉路', 'main', 0.64, -1420, 1420, 0.05, 45],
  ['赞丹路', 'secondary', 0.835, -1010, 540, 0.03, 47],
  ['文化路', 'secondary', 0.175, -1060, 560, 0.022, 49],
  ['江措路', 'secondary', 0.19, 690, 1420, 0.03, 51],
  ['仓央路', 'secondary', 0.82, 690, 1330, 0.03, 53],
  ['西环路', 'secondary', 0.2, -1830, -1420, 0.02, 55],
  ['河东路', 'secondary', 0.17, 1420, 1830, 0.02, 57],
  ['水厂路', 'street', 0.66, 1420, 1830, 0.03, 58],
]

/** [name, class, s, from u, to u, shear in metres over the terrace]: half of them stop at another street, as in a real town. */
const CROSS: [string, RoadClass, number, number, number, number][] = [
  ['那曲路', 'secondary', -1420, 0, 1, 60],
  ['羌塘路', 'secondary', -1190, 0, 0.64, -40],
  ['色巴路', 'secondary', -1010, 0, 1, 70],
  ['迎宾大道', 'main', -760, 0, 1, -60],
  ['热瓦路', 'secondary', -560, 0.345, 1, 90],
  ['扎西路', 'secondary', -470, 0, 0.345, 30],
  ['团结路', 'secondary', -255, 0, 0.64, -50],
  ['人民路', 'main', -60, OVERSHOOT.u, 1, 40],
  ['康巴路', 'secondary', 150, 0.175, 1, -60],
  ['雪域路', 'secondary', 350, 0, 0.64, 60],
  ['格桑路', 'secondary', 930, 0, 0.82, 40],
  ['江南路', 'main', 1160, 0, 1, -60],
  ['东环路', 'secondary', 1420, 0, 1, 90],
  ['物流路', 'secondary', -1830, 0.2, 0.86, 30],
  ['水厂路', 'street', 1830, 0.17, 0.7, -20],
]

/** National road, main and secondary streets: placed by hand. All small streets come from splitting what lies between. */
export function placeStreets(valley: Valley, river: River, streams: Stream[]): Street[] {
  const long = LONG.map(
    ([name, roadClass, u, from, to, wander, k]): Street => ({
      name,
      class: roadClass,
      line: valley.line(
        (s) => valley.tOf(s, u + wander * valley.wave(s / 520, k) + wander * 0.35 * valley.wave(s / 190, k + 1)),
        from - OVERSHOOT.s,
        to + OVERSHOOT.s,
        25,
      ),
    }),
  )
  const cross = CROSS.map(
    ([name, roadClass, s, from, to, shear], i): Street => ({
      name,
      class: roadClass,
      line: [
        ...(name === '人民路' ? bridge(valley) : []),
        ...upTerrace(
          valley,
          from,
          to,
          (u) => s + shear * u + 26 * (valley.wave(u * 2.6, 60 + i * 2) - valley.wave(0, 60 + i * 2)),
        ),
      ],
    }),
  )
  return [
    nationalRoad(valley),
    chord(valley),
    ...long,
    ...cross,
    ...streamSides(valley, streams),
    ...upperVillage(valley),
    ...southBank(valley, river),
  ]
}

function upTerrace(valley: Valley, from: number, to: number, sAt: (u: number) => number): Line {
  const [low, high] = [from - OVERSHOOT.u, to + OVERSHOOT.u]
  const count = Math.max(4, Math.round((high - low) * 32))
  return Array.from({ length: count + 1 }, (_, i) => {
    const u = lerp(low, high, i / count)
    return valley.onTerrace(sAt(u), u)
  })
}

function nationalRoad(valley: Valley): Street {
  return {
    name: 'G317',
    class: 'national',
    ref: 'G317',
    open: true,
    line: valley.line(nationalRoadT(valley), VALLEY.from, VALLEY.to, 30),
  }
}

/** 嘎青路 runs through the middle and swings up into the national road at both ends. */
function chord(valley: Valley): Street {
  const uAt = (s: number) => {
    const swing = Math.max(1 - smoothstep(-2080, -1480, s), smoothstep(1560, 2140, s))
    return lerp(0.345 + 0.045 * valley.wave(s / 560, 41) + 0.02 * valley.wave(s / 210, 42), 1, swing)
  }
  return { name: '嘎青路', class: 'main', line: valley.line((s) => valley.tOf(s, uAt(s)), -2080, 2140, 25) }
}

function streamSides(valley: Valley, streams: Stream[]): Street[] {
  const stream = streams[TOWN_STREAM]
  if (!stream) return []
  const beside = (aside: number) =>
    upTerrace(valley, 0, 1, (u) => {
      let s = stream.sAt(0)
      for (let i = 0; i < 3; i++) s = stream.sAt(valley.tOf(s, u)) + aside
      return s
    })
  return [
    { name: '嘎曲西路', class: 'street', line: beside(-34) },
    { name: '嘎曲东路', class: 'street', line: beside(34) },
  ]
}

/** The houses above the national road, below the monastery. */
function upperVillage({ at, northWidth, wave }: Valley): Street[] {
  const rise = (s: number) =>
    84 + 14 * wave(s / 220, 94) - 30 * smoothstep(300, 480, s) - 34 * (1 - smoothstep(-240, -180, s))
  const round: Line = [at(-262, northWidth(-262) - 8)]
  for (let s = -240; s <= 480; s += 25) round.push(at(s, northWidth(s) + rise(s)))
  round.push(at(512, northWidth(512) - 8))
  const rungs: [number, number][] = [
    [-80, 8],
    [95, -15],
    [260, 10],
  ]
  return [
    { name: '林廓路', class: 'street', line: round },
    ...rungs.map(
      ([s, aside]): Street => ({
        name: '',
        class: 'lane',
        line: [at(s, northWidth(s)), at(s + aside, northWidth(s) + 95)],
      }),
    ),
  ]
}

/** 人民路 goes on from the river road over the river to the south bank; from its far end. */
const bridge = ({ at }: Valley): Line =>
  [
    ...Array.from({ length: 8 }, (_, i): Point => at(-63 - i * 3, 76 - i * 34)),
    ...Array.from({ length: 6 }, (_, i): Point => at(-88 - i * 4, -206 - i * 36)),
  ].reverse()

/** Two lines along the southern terrace, and field tracks up and down the valley. */
function southBank({ at, line, wave }: Valley, { southEdge }: River): Street[] {
  const top = (s: number) => southEdge(s) - 42 - 10 * wave(s / 260, 96)
  const foot = (s: number) => -(272 + 44 * wave(s / 340, 97))
  const between = (s: number, v: number) => lerp(top(s), foot(s), v)
  // [s, aside in metres over the way down, from, to]; 0 is the river road, 1 the road at the foot of the slope.
  const rungs: [number, number, number, number][] = [
    [-745, 14, 0, 1],
    [-560, 30, 0, 0.5],
    [-455, -22, 0, 1],
    [-300, 16, 0.5, 1],
    [150, -34, 0, 1],
    [290, 26, 0, 0.55],
    [385, -14, 0.55, 1],
    [585, -30, 0, 1],
  ]
  const track = (s: number, k: number) =>
    southEdge(s) - 42 - Math.min(1, (Math.abs(s) - 760) / 640) * (42 + 42 * wave(s / 420, k))
  return [
    {
      name: '滨河南路',
      class: 'secondary',
      open: true,
      line: line(top, -900, 760, 25),
    },
    { name: '南山路', class: 'street', line: line(foot, -790, 640, 25) },
    { name: '吉曲街', class: 'street', line: line((s) => between(s, 0.5 + 0.12 * wave(s / 180, 93)), -760, 120, 20) },
    { name: '色青街', class: 'street', line: line((s) => between(s, 0.55 + 0.12 * wave(s / 160, 92)), 120, 620, 20) },
    ...rungs.map(([s, aside, from, to]): Street => {
      const steps = [from - 0.09, from + 0.2, (from + to) / 2, to - 0.15, to + 0.09]
      return { name: '', class: 'street', line: steps.map((v) => at(s + aside * v, between(s + aside * v, v))) }
    }),
    { name: '', class: 'track', open: true, line: line((s) => track(s, 98), -6800, -900, 30) },
    { name: '', class: 'track', open: true, line: line((s) => track(s, 99), 760, 6800, 30) },
  ]
}
