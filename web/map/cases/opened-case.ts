import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import { OPENED_SIZE } from './case-layers.ts'
import type { CasePoint } from './case-source.ts'

/** The way of a crew to the opened case. */
export interface RankedWay {
  rank: number
  way: readonly LngLat[]
}

const OPENED = 'opened-case'

/** The case that is opened, over all others and out of every cluster, and the ways that lead to it. */
export const openedSources = (
  opened: CasePoint | undefined,
  ways: readonly RankedWay[],
): Record<string, GeoJSONSourceSpecification> => ({
  [OPENED]: {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: [
        ...ways
          .filter(({ way }) => way.length > 1)
          .map(({ rank, way }) => ({
            type: 'Feature' as const,
            properties: { rank },
            geometry: { type: 'LineString' as const, coordinates: way.map((place) => [...place]) },
          })),
        ...(opened
          ? [
              {
                type: 'Feature' as const,
                properties: { id: opened.id, state: opened.state },
                geometry: { type: 'Point' as const, coordinates: [...opened.lngLat] },
              },
            ]
          : []),
      ],
    },
  },
})

const isFirst = ['==', ['get', 'rank'], 1] as ['==', ['get', string], number]
const isLine = ['==', ['geometry-type'], 'LineString'] as ['==', ['geometry-type'], string]
const isPoint = ['==', ['geometry-type'], 'Point'] as ['==', ['geometry-type'], string]
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** Under the marks: the first way is drawn through, the others are dotted. */
export const wayLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'opened/way-edge', type: 'line', source: OPENED, filter: isLine, layout: round },
    paint: { 'line-color': ink['mark-edge'], 'line-width': ['case', isFirst, 7, 5], 'line-opacity': 0.9 },
  },
  {
    ...{ id: 'opened/way-other', type: 'line', source: OPENED, filter: ['all', isLine, ['!', isFirst]], layout: round },
    paint: { 'line-color': ink.accent, 'line-width': 2, 'line-dasharray': [0.2, 2.6] },
  },
  {
    ...{ id: 'opened/way-first', type: 'line', source: OPENED, filter: ['all', isLine, isFirst], layout: round },
    paint: { 'line-color': ink.accent, 'line-width': 3 },
  },
]

/** Over everything. */
export const openedLayers = (theme: Theme, ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'opened/edge', type: 'circle', source: OPENED, filter: isPoint },
    paint: { 'circle-color': ink['mark-edge'], 'circle-opacity': 0.9, 'circle-radius': 23.5 },
  },
  {
    ...{ id: 'opened/ring', type: 'circle', source: OPENED, filter: isPoint },
    paint: {
      'circle-color': 'transparent',
      'circle-radius': 20,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2.5,
    },
  },
  {
    ...{ id: 'opened/mark', type: 'symbol', source: OPENED, filter: isPoint, metadata: { over: 'case' } },
    layout: {
      'icon-image': ['concat', `mark|${theme}|`, ['get', 'state'], '|'],
      'icon-size': OPENED_SIZE,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
]
