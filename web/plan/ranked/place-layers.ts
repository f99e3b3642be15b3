import type { Feature, FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import { UNDER_NAMES } from '../../map/over.ts'
import type { Palette } from '../../theme/palette.ts'

/** How much a place counts in the study: a measurement and no state, so ochre where something lacks and grey for the rest. */
export type Tone = 'first' | 'second' | 'rest' | 'gain'

export interface Place {
  id: string
  location: LngLat
  tone: Tone
  /** 0 … 4: how large. */
  size: number
  /** With a ring around it: it has something more. */
  ringed?: boolean
  /** Beside it from close by. */
  text?: string
}

export const placesOf = (study: string): string => `${study}-places`

/** Places as a source, the least first, so that what counts lies on top. */
export const placeSource = (places: readonly Place[], chosen: string | undefined): FeatureCollection => ({
  type: 'FeatureCollection',
  features: places.map(
    ({ id, location, tone, size, ringed = false, text = '' }): Feature => ({
      type: 'Feature',
      properties: { id, tone, size, ringed, text, chosen: id === chosen },
      geometry: { type: 'Point', coordinates: location },
    }),
  ),
})

const is = (key: string): ExpressionSpecification => ['==', ['get', key], true]
const SIZE: ExpressionSpecification = ['get', 'size']
const radius = (more: number): ExpressionSpecification =>
  [
    ...(['interpolate', ['linear'], ['zoom']] as const),
    ...[11, ['+', 0.8 + more * 0.6, ['*', 0.5, SIZE]]],
    ...[14, ['+', 1.6 + more * 0.8, ['*', 1.1, SIZE]]],
    ...[15, ['+', 2.4 + more, ['*', 2, SIZE]]],
    ...[18, ['+', 5 + more, ['*', 3, SIZE]]],
  ] as ExpressionSpecification

const byTone = (ink: Palette): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'first',
  ink['diff-p3'],
  'second',
  ink['diff-p2'],
  'gain',
  ink['diff-m2'],
  ink['n-6'],
]

/** The layers of a study's places. */
export const placeLayers =
  (study: string) =>
  (ink: Palette): LayerSpecification[] => {
    const source = placesOf(study)
    const sort = { 'circle-sort-key': ['+', SIZE, ['match', ['get', 'tone'], 'first', 8, 'second', 4, 0]] as never }
    const isRest: ExpressionSpecification = ['==', ['get', 'tone'], 'rest']
    const paint = {
      'circle-radius': radius(0),
      'circle-color': byTone(ink),
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 12, 0.5, 15, 1.2] as ExpressionSpecification,
    }
    return [
      {
        ...{ id: `${study}/ringed`, type: 'circle', source, filter: is('ringed'), metadata: UNDER_NAMES },
        paint: {
          'circle-radius': radius(4),
          'circle-color': ink['diff-m2'],
          'circle-opacity': 0.22,
          'circle-stroke-color': ink['diff-m3'],
          'circle-stroke-width': 1.4,
        },
      },
      // What is there besides lies under the names of the streets: it says where, and hides none of them.
      {
        ...{ id: `${study}/rest`, type: 'circle', source, layout: sort, filter: isRest },
        ...{ metadata: { ...UNDER_NAMES, over: 'place' }, paint },
      },
      {
        ...{ id: `${study}/places`, type: 'circle', source, layout: sort, filter: ['!', isRest] },
        ...{ metadata: { over: 'place' }, paint },
      },
      {
        ...{ id: `${study}/chosen`, type: 'circle', source, filter: is('chosen') },
        paint: {
          'circle-radius': radius(5),
          'circle-opacity': 0,
          'circle-stroke-color': ink.accent,
          'circle-stroke-width': 3,
        },
      },
      {
        ...{ id: `${study}/texts`, type: 'symbol', source, minzoom: 13, filter: ['!=', ['get', 'text'], ''] },
        layout: {
          'text-field': ['get', 'text'],
          'text-font': ['Noto Sans SC'],
          'text-size': 12.5,
          'text-anchor': 'left',
          'text-offset': [0.8, 0],
          'text-optional': true,
          'symbol-sort-key': ['-', 0, SIZE],
        },
        paint: { 'text-color': ink['text-1'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.8 },
      },
    ]
  }

/** How many borders a value has reached: 0 … borders.length. */
export const stepOf = (value: number, borders: readonly number[]): number =>
  borders.reduce((step, border) => (value >= border ? step + 1 : step), 0)
