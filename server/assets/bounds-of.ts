import type { Bbox, Geometry } from '../contract/geo.ts'

/** The smallest box around a geometry, in its own units. */
export function boundsOf(geometry: Geometry): Bbox {
  if (geometry.type === 'Point') {
    const [lng, lat] = geometry.coordinates
    return [lng, lat, lng, lat]
  }
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positionsOf(geometry)) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

function positionsOf(geometry: Exclude<Geometry, { type: 'Point' }>): [number, number][] {
  switch (geometry.type) {
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
