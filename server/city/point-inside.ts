import type { Geometry, LngLat } from '../contract/geo.ts'

type Ring = readonly LngLat[]

/** The place where a thing's mark stands, degrees: a point itself, the middle of a line's longest part, a point inside a polygon. */
export function pointInside(geometry: Geometry): LngLat {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return middleOf(geometry.coordinates)
    case 'MultiLineString':
      return middleOf(largest(geometry.coordinates, lengthOf))
    case 'Polygon':
      return insideOf(geometry.coordinates)
    case 'MultiPolygon':
      return insideOf(largest(geometry.coordinates, ([outer]) => Math.abs(areaOf(outer ?? []))))
  }
}

function largest<T>(all: readonly T[], sizeOf: (one: T) => number): T {
  return all.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best))
}

const steps = (line: Ring): number[] =>
  line.slice(1).map(([lng, lat], at) => {
    const [fromLng, fromLat] = line[at] as LngLat
    return Math.hypot((lng - fromLng) * Math.cos((lat * Math.PI) / 180), lat - fromLat)
  })

const lengthOf = (line: Ring): number => steps(line).reduce((sum, step) => sum + step, 0)

function middleOf(line: Ring): LngLat {
  const lengths = steps(line)
  let rest = lengths.reduce((sum, step) => sum + step, 0) / 2
  for (const [at, length] of lengths.entries()) {
    if (rest <= length && length > 0) {
      const [a, b] = [line[at] as LngLat, line[at + 1] as LngLat]
      return [a[0] + ((b[0] - a[0]) * rest) / length, a[1] + ((b[1] - a[1]) * rest) / length]
    }
    rest -= length
  }
  return line[0] as LngLat
}

/** Twice the signed area; only its sign and order are used. */
function areaOf(ring: Ring): number {
  let sum = 0
  for (const [at, [lng, lat]] of ring.entries()) {
    const [nextLng, nextLat] = ring[(at + 1) % ring.length] as LngLat
    sum += lng * nextLat - nextLng * lat
  }
  return sum
}

/** The centroid where it lies inside, else the middle of the widest stretch at the middle latitude (as PostGIS's ST_PointOnSurface). */
function insideOf(rings: readonly Ring[]): LngLat {
  const outer = rings[0] as Ring
  const centre = centroidOf(outer)
  return contains(rings, centre) ? centre : widestMiddle(rings, outer)
}

function centroidOf(ring: Ring): LngLat {
  const [originLng, originLat] = ring[0] as LngLat
  let [sumLng, sumLat, area] = [0, 0, 0]
  for (const [at, point] of ring.entries()) {
    const next = ring[(at + 1) % ring.length] as LngLat
    const [x1, y1, x2, y2] = [point[0] - originLng, point[1] - originLat, next[0] - originLng, next[1] - originLat]
    const cross = x1 * y2 - x2 * y1
    area += cross
    sumLng += (x1 + x2) * cross
    sumLat += (y1 + y2) * cross
  }
  return area === 0 ? [originLng, originLat] : [originLng + sumLng / (3 * area), originLat + sumLat / (3 * area)]
}

function contains(rings: readonly Ring[], [lng, lat]: LngLat): boolean {
  return crossingsAt(rings, lat).filter((crossing) => crossing > lng).length % 2 === 1
}

/** Longitudes at which the rings cross a latitude, ascending. */
function crossingsAt(rings: readonly Ring[], lat: number): number[] {
  const crossings: number[] = []
  for (const ring of rings)
    for (const [at, a] of ring.entries()) {
      const b = ring[(at + 1) % ring.length] as LngLat
      if (a[1] > lat !== b[1] > lat) crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    }
  return crossings.sort((a, b) => a - b)
}

function widestMiddle(rings: readonly Ring[], outer: Ring): LngLat {
  const lats = outer.map(([, lat]) => lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  // Just off the middle, so that a vertex at the middle latitude does not make a crossing double.
  const lat = south + (north - south) * 0.5003
  const crossings = crossingsAt(rings, lat)
  let best: LngLat = outer[0] as LngLat
  let width = 0
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [west, east] = [crossings[at] as number, crossings[at + 1] as number]
    if (east - west > width) {
      width = east - west
      best = [(west + east) / 2, lat]
    }
  }
  return best
}
