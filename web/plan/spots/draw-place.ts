import type { Feature, FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Bbox, LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'
import type { PlaceSketch } from './campaign-place.ts'

export const PLACE = 'spots-place'

/** Where a campaign was, and what is being drawn of another place: its corners, and the sides between them. */
export const placeSource = (
  { box, ring }: { box?: Bbox | undefined; ring?: readonly LngLat[] | undefined },
  sketch: PlaceSketch | undefined,
): Record<string, FeatureCollection> => ({
  [PLACE]: {
    type: 'FeatureCollection',
    features: [
      ...(box ? [outlineOf(cornersOf(box))] : []),
      ...(ring ? [outlineOf(ring)] : []),
      ...(sketch?.kind === 'ring' && sketch.corners.length > 1 ? [lineOf(sketch.corners)] : []),
      ...(sketch?.corners ?? []).map(
        (at, index): Feature => ({
          ...{ type: 'Feature', properties: { first: index === 0 } },
          geometry: { type: 'Point', coordinates: [...at] },
        }),
      ),
    ],
  },
})

const cornersOf = ([w, s, e, n]: Bbox): LngLat[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
]

const lineOf = (line: readonly LngLat[]): Feature => ({
  ...{ type: 'Feature', properties: {} },
  geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) },
})

const outlineOf = (corners: readonly LngLat[]): Feature => lineOf([...corners, ...corners.slice(0, 1)])

/** In the colour of what is "yours". */
export const placeLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'spots-place/line', type: 'line', source: PLACE, filter: ['==', ['geometry-type'], 'LineString'] },
    paint: { 'line-color': ink.accent, 'line-width': 2, 'line-dasharray': [4, 2] },
  },
  {
    ...{ id: 'spots-place/corner', type: 'circle', source: PLACE, filter: ['==', ['geometry-type'], 'Point'] },
    metadata: { over: 'corner' },
    paint: {
      ...{ 'circle-color': ink.accent, 'circle-radius': ['case', ['get', 'first'], 7, 4.5] },
      ...{ 'circle-stroke-color': ink['mark-edge'], 'circle-stroke-width': 2 },
    },
  },
]
