import Flatbush from 'flatbush'
import gcoord from 'gcoord'
import type { Geometry, LngLat, SourceCrs } from '../../contract/geo.ts'
import type { Text } from '../../contract/layer.ts'

/** A guess at a file's coordinate system from where its points fall beside what is already on the map. */
export interface CrsHint {
  likely: SourceCrs | 'metres' | undefined
  /** Median distance in metres to the nearest known thing under each system, the least first; empty without a map. */
  distances: { crs: SourceCrs; metres: number }[]
}

const SYSTEMS: { crs: SourceCrs; turn: (at: LngLat) => LngLat }[] = [
  { crs: 'CGCS2000', turn: (at) => at },
  { crs: 'GCJ-02', turn: (at) => gcoord.transform(at, gcoord.GCJ02, gcoord.WGS84) as LngLat },
  { crs: 'BD-09', turn: (at) => gcoord.transform(at, gcoord.BD09, gcoord.WGS84) as LngLat },
]

/** Metres a degree of latitude is long. */
const DEGREE = 111_320

/** GCJ-02 lies 100 to 700 m off, so a right guess is many times nearer to the streets than a wrong one. */
const CLEARLY_NEARER = 2

/**
 * `sample` are positions as the file has them, `known` the lines and points of streets and things on the map.
 * WGS84 and CGCS2000 are the same to 0.1 m: the hint says CGCS2000 for both.
 */
export function hintCrs(sample: number[][], known: Geometry[]): CrsHint {
  const degrees = sample.filter((at): at is LngLat => Math.abs(at[0] ?? 999) <= 180 && Math.abs(at[1] ?? 999) <= 90)
  if (degrees.length < sample.length / 2) return { likely: sample.length > 0 ? 'metres' : undefined, distances: [] }
  const segments = known.flatMap(segmentsOf)
  if (segments.length === 0) return { likely: undefined, distances: [] }
  const index = new Flatbush(segments.length)
  for (const [[ax, ay], [bx, by]] of segments)
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  index.finish()
  const distances = SYSTEMS.map(({ crs, turn }) => ({
    crs,
    metres: median(degrees.map((at) => nearest(turn(at), segments, index))),
  }))
  distances.sort((a, b) => a.metres - b.metres)
  const [first, second] = distances
  const clear = first && second && second.metres > first.metres * CLEARLY_NEARER
  return { likely: clear ? first.crs : undefined, distances }
}

type Segment = [LngLat, LngLat]

function segmentsOf(geometry: Geometry): Segment[] {
  if (geometry.type === 'Point') return [[geometry.coordinates, geometry.coordinates]]
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  return lines.flatMap((line) => line.slice(1).map((to, at): Segment => [line[at] ?? to, to]))
}

function nearest([lng, lat]: LngLat, segments: Segment[], index: Flatbush): number {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let best = Number.POSITIVE_INFINITY
  for (const at of index.neighbors(lng, lat, 8)) {
    const segment = segments[at]
    if (!segment) continue
    const [[ax, ay], [bx, by]] = segment.map(
      ([x, y]): LngLat => [(x - lng) * squeeze * DEGREE, (y - lat) * DEGREE],
    ) as Segment
    const [dx, dy] = [bx - ax, by - ay]
    const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
    best = Math.min(best, Math.hypot(ax + along * dx, ay + along * dy))
  }
  return best
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY

/** The hint in words for the person who forgot to declare. */
export function sayHint({ likely, distances }: CrsHint): Text {
  const figures = distances.map(({ crs, metres }) => `${crs} ${Math.round(metres)} m`).join(', ')
  const seen = seenIn(likely, figures)
  return {
    zh: `${seen.zh}请用 --crs 说明：WGS84、CGCS2000、GCJ-02（高德、腾讯）、BD-09（百度），或 EPSG:4491…4554（CGCS2000，米）。`,
    en: `${seen.en}Say with --crs: WGS84, CGCS2000, GCJ-02 (Gaode, Tencent), BD-09 (Baidu), or EPSG:4491…4554 (CGCS2000 in metres).`,
  }
}

function seenIn(likely: CrsHint['likely'], figures: string): Text {
  if (likely === 'metres')
    return {
      zh: '坐标是米，看起来像 CGCS2000 高斯-克吕格投影。',
      en: 'The coordinates are metres: they look like CGCS2000 Gauss-Krüger. ',
    }
  if (likely)
    return {
      zh: `看起来像 ${likely}：这样读时离图上的道路最近（中位距离 ${figures}）。`,
      en: `It looks like ${likely}: so read, the rows lie nearest to the streets on the map (median ${figures}). `,
    }
  if (figures)
    return {
      zh: `从位置看不出是哪一种（中位距离 ${figures}）。`,
      en: `Where the rows fall does not tell them apart (median ${figures}). `,
    }
  return { zh: '', en: '' }
}
