import { difference, offset } from '../town/clipping.ts'
import type { Curve } from '../town/curve.ts'
import { centroid, type Point, type Polygon, polygonArea } from '../town/geometry.ts'
import type { Random } from '../town/random.ts'
import type { Obstacles } from './obstacles.ts'
import type { River } from './river.ts'
import { nationalRoadT, type Valley } from './valley.ts'

export interface Field {
  polygon: Polygon
  /** One of five shades, 0–4. */
  tint: number
}

/** Farmland between two lines of t, cut into narrow strips that lie a little askew across the valley. */
interface Farmland {
  low: Curve
  high: Curve
  skew: number
  /** Below this noise the land lies open: gaps come in patches, not by single dice. */
  openBelow: number
}

// In metres along the valley times thousandths across the farmland.
const STRIP_SIZE = 9500

export function layFields(valley: Valley, river: River, obstacles: Obstacles, chance: Random): Field[] {
  const roadT = nationalRoadT(valley)
  const north: Farmland = {
    low: (s) => river.northEdge(s) + 14,
    high: (s) => roadT(s) - 12,
    skew: 0.16,
    openBelow: -0.42,
  }
  const townEdge: Farmland = { ...north, high: (s) => valley.tOf(s, 0.13), skew: 0.1, openBelow: -0.6 }
  const south: Farmland = {
    low: (s) => -valley.southWidth(s) + 20,
    high: (s) => river.southEdge(s) - 16,
    skew: -0.2,
    openBelow: -0.3,
  }
  const strips = [
    ...cutStrips(valley, north, -7200, -1850, chance),
    ...cutStrips(valley, townEdge, -1850, -1440, chance),
    ...cutStrips(valley, townEdge, 1500, 1850, chance),
    ...cutStrips(valley, north, 1850, 7200, chance),
    ...cutStrips(valley, south, -6400, 6400, chance),
  ]
  return strips.flatMap(({ polygon, tint }) =>
    offset([polygon], -1.6).flatMap((inner) =>
      difference(
        [inner],
        obstacles.near(inner).map((other) => other.polygon),
      )
        .filter((rest) => polygonArea(rest) > 900 && offset([rest], -8).length > 0)
        .map((rest) => ({ polygon: rest, tint })),
    ),
  )
}

function cutStrips(
  valley: Valley,
  land: Farmland,
  from: number,
  to: number,
  chance: Random,
  low = 0,
  high = 1000,
): Field[] {
  const width = to - from
  const height = high - low
  if (width * height < STRIP_SIZE * chance.range(0.6, 1.6) || (width < 50 && height < 50)) {
    const ring = stripRing(valley, land, from, to, low, high)
    const [x, y] = centroid(ring)
    const tint = chance.int(0, 4)
    return valley.noise(x / 300 + 40, y / 300) < land.openBelow ? [] : [{ polygon: [ring], tint }]
  }
  const middle = (from + to) / 2
  const metres = (height / 1000) * (land.high(middle) - land.low(middle))
  const share = chance.range(0.38, 0.62)
  if (width > metres * chance.range(0.28, 0.7)) {
    const cut = from + width * share
    return [
      ...cutStrips(valley, land, from, cut, chance, low, high),
      ...cutStrips(valley, land, cut, to, chance, low, high),
    ]
  }
  const cut = low + height * share
  return [
    ...cutStrips(valley, land, from, to, chance, low, cut),
    ...cutStrips(valley, land, from, to, chance, cut, high),
  ]
}

function stripRing(valley: Valley, land: Farmland, from: number, to: number, low: number, high: number): Point[] {
  const side = (thousandths: number) =>
    [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const s = from + (to - from) * share
      const t = land.low(s) + ((land.high(s) - land.low(s)) * thousandths) / 1000
      return valley.at(s + land.skew * t, t)
    })
  return [...side(low), ...side(high).reverse()]
}
