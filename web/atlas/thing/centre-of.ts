import type { Bbox, Geometry, LngLat } from '../../../server/contract/geo.ts'

const pointsOf = (geometry: Geometry): LngLat[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}

export function boundsOf(geometry: Geometry): Bbox {
  let [w, s, e, n] = [180, 90, -180, -90]
  for (const [lng, lat] of pointsOf(geometry)) {
    w = Math.min(w, lng)
    s = Math.min(s, lat)
    e = Math.max(e, lng)
    n = Math.max(n, lat)
  }
  return [w, s, e, n]
}

/** Where to look to see it: the point, the middle vertex of a line (which lies on it), the middle of a surface's bounds. */
export function centreOf(geometry: Geometry): LngLat {
  if (geometry.type === 'Point') return geometry.coordinates
  const [w, s, e, n] = boundsOf(geometry)
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return [(w + e) / 2, (s + n) / 2]
  const points = pointsOf(geometry)
  return points[Math.floor(points.length / 2)] ?? [(w + e) / 2, (s + n) / 2]
}
