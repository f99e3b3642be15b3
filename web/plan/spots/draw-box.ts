import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'

const BOX = 'spots-box'

/** Where a campaign was, and the corner of one that is being drawn. */
export const boxSource = (
  box: Bbox | undefined,
  corner: readonly [number, number] | null | undefined,
): Record<string, FeatureCollection> => ({
  [BOX]: {
    type: 'FeatureCollection',
    features: [
      ...(box ? [{ type: 'Feature' as const, properties: {}, geometry: polygonOf(box) }] : []),
      ...(corner
        ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [...corner] } }]
        : []),
    ],
  },
})

const polygonOf = ([w, s, e, n]: Bbox) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
})

/** In the colour of what is "yours". */
export const boxLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'spots-box/line', type: 'line', source: BOX, filter: ['==', ['geometry-type'], 'Polygon'] },
    paint: { 'line-color': ink.accent, 'line-width': 2, 'line-dasharray': [4, 2] },
  },
  {
    ...{ id: 'spots-box/corner', type: 'circle', source: BOX, filter: ['==', ['geometry-type'], 'Point'] },
    paint: {
      ...{ 'circle-color': ink.accent, 'circle-radius': 6 },
      ...{ 'circle-stroke-color': ink['mark-edge'], 'circle-stroke-width': 2 },
    },
  },
]
