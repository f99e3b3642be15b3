import { difference, offset, union } from '../town/clipping.ts'
import { type Line, type Point, type Polygon, type Ring, ringArea } from '../town/geometry.ts'
import { type Noise, noise } from '../town/noise.ts'
import { smoothLine, smoothRing } from '../town/smooth.ts'

const km = (places: [number, number][]): Line => places.map(([x, y]): Point => [x * 1000, y * 1000])

/** The drawn ground in metres around the origin: the island, both arms of the river, and a strip of the far banks. */
export const GROUND_BOX: [number, number, number, number] = [-11500, -8500, 11500, 8500]

// A leaf between two arms of a river, as the real island is; the course of each bank is invented.
const ISLAND = km([
  ...([
    [-8.4, 5.35],
    [-7.5, 5.0],
    [-6.4, 4.3],
    [-5, 3.3],
    [-3.7, 2.5],
    [-2.3, 1.95],
    [-1.1, 1.95],
  ] as [number, number][]),
  ...([
    [0.3, 2.1],
    [1.7, 2.55],
    [3.1, 2.75],
    [4.5, 2.25],
    [5.9, 1.05],
    [7.1, -0.5],
    [7.8, -2.1],
  ] as [number, number][]),
  ...([
    [7.1, -3.2],
    [5.5, -3.8],
    [3.6, -4.25],
    [1.8, -4.95],
    [0.2, -5.35],
    [-1.6, -5.15],
  ] as [number, number][]),
  ...([
    [-3.2, -4.45],
    [-4.8, -3.2],
    [-6.2, -1.6],
    [-7.2, 0.2],
    [-8, 2.2],
    [-8.7, 4.2],
  ] as [number, number][]),
])
const NORTH_BANK = km([
  ...([
    [-13, 8.2],
    [-10.6, 7.2],
    [-8.6, 6.1],
    [-6.4, 4.95],
    [-4.8, 3.8],
    [-3.4, 2.95],
    [-2.1, 2.4],
  ] as [number, number][]),
  ...([
    [-0.8, 2.38],
    [0.5, 2.55],
    [1.7, 3.05],
    [3.3, 3.3],
    [5, 2.8],
    [6.7, 1.65],
    [8.2, 0.15],
  ] as [number, number][]),
  ...([
    [9.3, -1.1],
    [11, -2.2],
    [13, -2.6],
  ] as [number, number][]),
])
const SOUTH_BANK = km([
  ...([
    [-13, 6],
    [-10.8, 5.3],
    [-9.8, 3.9],
    [-9.2, 2.1],
    [-8.4, -0.2],
    [-7.2, -2.4],
    [-5.6, -4.2],
  ] as [number, number][]),
  ...([
    [-3.7, -5.6],
    [-1.8, -6.35],
    [0.2, -6.55],
    [2.1, -6.15],
    [3.9, -5.4],
    [5.6, -4.95],
  ] as [number, number][]),
  ...([
    [7.3, -4.5],
    [9, -4],
    [11, -4.3],
    [13, -4.8],
  ] as [number, number][]),
])
const BARS: { at: Point; long: number; wide: number; turn: number }[] = [
  { at: [-7900, -700], long: 620, wide: 130, turn: -1.0 },
  { at: [-5000, -4050], long: 480, wide: 110, turn: -0.72 },
  { at: [1500, -5750], long: 700, wide: 140, turn: 0.28 },
  { at: [8350, -2600], long: 520, wide: 130, turn: -0.5 },
  { at: [300, 2330], long: 260, wide: 55, turn: 0.15 },
]

export interface Outline {
  island: Ring
  /** Both arms, around the island. */
  river: Polygon[]
  bars: Polygon[]
  /** The shores of the neighbours, from west to east. */
  north: Line
  south: Line
  /** The middle of the northern and of the southern arm, for names. */
  arms: [north: Line, south: Line]
}

export function makeOutline(seed: number): Outline {
  const wave = noise(seed)
  const island = rough(smoothRing(ISLAND, 60), wave, 30)
  const north = rough(smoothLine(NORTH_BANK, 60), wave, 34)
  const south = rough(smoothLine(SOUTH_BANK, 60), wave, 48)
  const bars = BARS.map((bar): Polygon => [barRing(bar, wave)])
  const water = difference([[[...north, ...south.toReversed()]]], [[island]])
  const river = difference(water, bars)
  return { island, river, bars, north, south, arms: [middle(north, island, 1), middle(south, island, -1)] }
}

const rough = (line: Line, wave: Noise, metres: number): Line =>
  line.map(([x, y]): Point => [x + metres * wave(x / 420, y / 420), y + metres * wave(y / 380 + 40, x / 380)])

function barRing({ at, long, wide, turn }: (typeof BARS)[number], wave: Noise): Ring {
  return Array.from({ length: 48 }, (_, k): Point => {
    const angle = (k / 48) * 2 * Math.PI
    const grown = 1 + 0.25 * wave(at[0] / 90 + 2 * Math.cos(angle), at[1] / 90 + 2 * Math.sin(angle))
    const [u, v] = [Math.cos(angle) * long * grown, Math.sin(angle) * wide * grown]
    return [at[0] + u * Math.cos(turn) - v * Math.sin(turn), at[1] + u * Math.sin(turn) + v * Math.cos(turn)]
  })
}

/** Halfway between a bank and the island, every fifth place. */
function middle(bank: Line, island: Ring, side: 1 | -1): Line {
  const shore = island.filter(([x, y]) => side * (y - axisAt(x)) > 0)
  return bank
    .filter(([x], i) => i % 5 === 0 && x > -8200 && x < 7600)
    .map((place): Point => {
      const near = shore.reduce((best, other) =>
        Math.hypot(other[0] - place[0], other[1] - place[1]) < Math.hypot(best[0] - place[0], best[1] - place[1])
          ? other
          : best,
      )
      return [(place[0] + near[0]) / 2, (place[1] + near[1]) / 2]
    })
}

/** The long axis of the island: north of it lies the northern shore. */
export const axisAt = (x: number): number => (x < 0 ? x * -0.42 - 1200 : -1200 - x * 0.12)

/** The island's ground at least `metres` from the water, as one ring. */
export function inland({ island }: Outline, metres: number): Ring {
  const rings = offset(union([[island]]), -metres, 'round').map(([outer = []]) => outer)
  return rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best), [])
}
