import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { Geometry, LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'

/** What is "yours" on the map, in the accent: the thing chosen, the line being measured, a draft. */
export interface Own {
  highlight: Geometry | null
  measure: LngLat[]
  draft: Geometry[]
}

const OWN = 'own'

export function ownSource({ highlight, measure, draft }: Own): GeoJSONSourceSpecification {
  const feature = (role: string, geometry: Geometry) => ({ type: 'Feature' as const, properties: { role }, geometry })
  return {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: [
        ...(highlight ? [feature('highlight', highlight)] : []),
        ...(measure.length > 1 ? [feature('measure', { type: 'LineString', coordinates: measure })] : []),
        ...measure.map((corner) => feature('corner', { type: 'Point', coordinates: corner })),
        ...draft.map((geometry) => feature('draft', geometry)),
      ],
    },
  }
}

const ofRole = (role: string): ['==', ['get', string], string] => ['==', ['get', 'role'], role]

export const ownLayers = (ink: Palette): LayerSpecification[] => [
  {
    id: 'own/area',
    type: 'fill',
    source: OWN,
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['in', ['get', 'role'], ['literal', ['highlight', 'draft']]]],
    paint: { 'fill-color': ink.accent, 'fill-opacity': 0.1 },
  },
  {
    id: 'own/edge',
    type: 'line',
    source: OWN,
    filter: ['!=', ['geometry-type'], 'Point'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ink['mark-edge'], 'line-width': 5, 'line-opacity': 0.8 },
  },
  {
    id: 'own/line',
    type: 'line',
    source: OWN,
    filter: ['all', ['!=', ['geometry-type'], 'Point'], ['!', ofRole('draft')]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ink.accent, 'line-width': 2.5 },
  },
  {
    id: 'own/draft',
    type: 'line',
    source: OWN,
    filter: ['all', ['!=', ['geometry-type'], 'Point'], ofRole('draft')],
    paint: { 'line-color': ink.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  ...points(ink),
]

const points = (ink: Palette): LayerSpecification[] => [
  {
    id: 'own/ring-edge',
    type: 'circle',
    source: OWN,
    filter: ['all', ['==', ['geometry-type'], 'Point'], ofRole('highlight')],
    paint: {
      'circle-color': 'transparent',
      'circle-radius': 16,
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': 5,
      'circle-stroke-opacity': 0.8,
    },
  },
  {
    id: 'own/ring',
    type: 'circle',
    source: OWN,
    filter: ['all', ['==', ['geometry-type'], 'Point'], ofRole('highlight')],
    paint: {
      'circle-color': 'transparent',
      'circle-radius': 17.5,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'own/point',
    type: 'circle',
    source: OWN,
    filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ofRole('highlight')]],
    paint: {
      'circle-color': ink['mark-edge'],
      'circle-radius': 4,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2,
    },
  },
]
