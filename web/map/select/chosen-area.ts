import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'

const AREA = 'chosen-area'

/** The area that was drawn around things; null: none. */
export const areaSource = (ring: readonly LngLat[] | null): Record<string, GeoJSONSourceSpecification> => ({
  [AREA]: {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features:
        ring && ring.length > 2
          ? [
              {
                type: 'Feature',
                properties: {},
                geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as LngLat].map((place) => [...place])] },
              },
            ]
          : [],
    },
  },
})

export const areaLayers = (ink: Palette): LayerSpecification[] => [
  { id: 'chosen-area/fill', type: 'fill', source: AREA, paint: { 'fill-color': ink.accent, 'fill-opacity': 0.07 } },
  {
    ...{ id: 'chosen-area/line', type: 'line', source: AREA, layout: { 'line-join': 'round' } },
    paint: { 'line-color': ink.accent, 'line-width': 1.6, 'line-dasharray': [3.2, 2.5] },
  },
]
