import type { FeatureCollection } from 'geojson'
import type { LngLat } from '../../../server/contract/geo.ts'

/** Rows as points, for a file of places; only plain values go along. */
export const pointsOf = (rows: readonly (object & { location: LngLat })[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rows.map(({ location, ...properties }) => ({
    ...{ type: 'Feature', properties },
    geometry: { type: 'Point', coordinates: location },
  })),
})
