import areaOf from '@turf/area'
import distanceOf from '@turf/distance'
import type { LngLat } from '../../../server/contract/geo.ts'

export interface Measured {
  /** Metres along the points. */
  metres: number
  /** Square metres inside them, from three points on. */
  squareMetres: number | undefined
}

export function measureOf(points: readonly LngLat[]): Measured {
  const metres = points
    .slice(1)
    .reduce((sum, to, i) => sum + distanceOf([...(points[i] ?? to)], [...to], { units: 'meters' }), 0)
  const [first] = points
  if (!first || points.length < 3) return { metres, squareMetres: undefined }
  const ring = [...points, first].map((point) => [...point])
  return { metres, squareMetres: areaOf({ type: 'Polygon', coordinates: [ring] }) }
}
