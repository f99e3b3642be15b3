import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'

/** An electronic fence as a map draws it; the ring is closed. */
export interface DrawnFence {
  id: string
  name: string
  ring: readonly LngLat[]
}

const FENCES = 'fences'

/** The sources of fences; none of them is drawn when none is given. */
export const fenceSource = (fences: readonly DrawnFence[]): Record<string, GeoJSONSourceSpecification> => ({
  [FENCES]: {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: fences.map(({ id, name, ring }) => ({
        ...{ type: 'Feature', properties: { id, name } },
        geometry: { type: 'Polygon', coordinates: [ring.map((place) => [...place])] },
      })),
    },
  },
})

/** Quiet: an outline, and the name along it where there is room. Nothing is filled, so that what stands in a fence is seen as it is. */
export const fenceLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'fences/edge', type: 'line', source: FENCES, layout: { 'line-join': 'round' } },
    paint: { 'line-color': ink['map-halo'], 'line-width': 3.5, 'line-opacity': 0.7 },
  },
  {
    ...{ id: 'fences/line', type: 'line', source: FENCES, layout: { 'line-join': 'round' } },
    paint: { 'line-color': ink['text-3'], 'line-width': 1.4, 'line-dasharray': [6, 2] },
  },
  {
    ...{ id: 'fences/name', type: 'symbol', source: FENCES, minzoom: 12 },
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 480,
      'text-field': ['get', 'name'],
      'text-font': ['Noto Sans SC'],
      'text-size': 12,
      'text-anchor': 'bottom',
      'text-max-angle': 30,
      'text-padding': 8,
      'text-optional': true,
    },
    paint: { 'text-color': ink['text-3'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.5 },
  },
]
