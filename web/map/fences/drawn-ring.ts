import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'

const DRAWN = 'drawn-ring'
const IS_LINE: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']

/** What somebody is drawing by its corners, the first not repeated: a line around, and of three and more the area. The line is a feature of its
 *  own, for MapLibre drops an area that a crossing edge takes down to nothing. */
export function drawnSource(corners: readonly LngLat[]): Record<string, GeoJSONSourceSpecification> {
  const ring = [...corners, ...corners.slice(0, corners.length > 2 ? 1 : 0)].map((place) => [...place])
  const feature = <Shape extends object>(geometry: Shape) => ({
    ...{ type: 'Feature' as const, properties: {} },
    geometry,
  })
  const features = [
    ...(corners.length > 2 ? [feature({ type: 'Polygon' as const, coordinates: [ring] })] : []),
    ...(corners.length > 1 ? [feature({ type: 'LineString' as const, coordinates: ring })] : []),
  ]
  return { [DRAWN]: { type: 'geojson', data: { type: 'FeatureCollection', features } } }
}

/** In the colour of what is "yours". */
export const drawnLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'drawn-ring/fill', type: 'fill', source: DRAWN, filter: ['==', ['geometry-type'], 'Polygon'] },
    paint: { 'fill-color': ink.accent, 'fill-opacity': 0.09 },
  },
  {
    ...{ id: 'drawn-ring/edge', type: 'line', source: DRAWN, filter: IS_LINE, layout: { 'line-join': 'round' } },
    paint: { 'line-color': ink['mark-edge'], 'line-width': 5, 'line-opacity': 0.8 },
  },
  {
    ...{ id: 'drawn-ring/line', type: 'line', source: DRAWN, filter: IS_LINE, layout: { 'line-join': 'round' } },
    paint: { 'line-color': ink.accent, 'line-width': 2.2 },
  },
]
