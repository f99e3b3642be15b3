import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { UNDER_NAMES, UNDER_THINGS } from '../../map/over.ts'
import type { Palette, Token } from '../../theme/palette.ts'
import { NOT_KNOWN } from './trust-features.ts'

export const TRUST_SOURCE = 'census-trust'
/** Well known in blue, badly in ochre and stronger: a measurement and no state. */
export const TONE_TOKENS: readonly Token[] = ['diff-m2', 'diff-m1', 'diff-p2', 'diff-p3']

const TONE: ExpressionSpecification = ['get', 'tone']
const isKnown: ExpressionSpecification = ['!=', TONE, NOT_KNOWN]
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
const isCell: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

const byTone = (ink: Palette): ExpressionSpecification =>
  ['match', TONE, ...TONE_TOKENS.flatMap((token, tone) => [tone, ink[token]]), ink['n-6']] as never

/** What is known worse is larger, and what nobody graded is hollow: seen without colours as well. */
const radius = (more = 0): ExpressionSpecification =>
  [
    ...(['interpolate', ['linear'], ['zoom']] as const),
    ...[12, ['+', 1.6 + more, ['*', 0.3, TONE]]],
    ...[15, ['+', 2.6 + more, ['*', 0.6, TONE]]],
    ...[18, ['+', 5 + more, ['*', 1.1, TONE]]],
  ] as never

const source = TRUST_SOURCE
const text = (ink: Palette) => ({
  'text-color': ink['text-1'],
  'text-halo-color': ink['map-halo'],
  'text-halo-width': 1.8,
})

export const trustLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'census-trust/cells', type: 'fill', source, filter: ['all', isCell, isKnown], metadata: UNDER_THINGS },
    paint: { 'fill-color': byTone(ink), 'fill-opacity': ['match', TONE, [0, 1], 0.4, 0.66] },
  },
  {
    ...{ id: 'census-trust/edges', type: 'line', source, filter: ['all', isCell, isKnown], metadata: UNDER_THINGS },
    paint: { 'line-color': ink['map-land'], 'line-width': 1 },
  },
  {
    ...{ id: 'census-trust/unknown-cells', type: 'line', source, metadata: UNDER_THINGS },
    filter: ['all', isCell, ['!', isKnown]],
    paint: { 'line-color': ink['n-6'], 'line-width': 1.4, 'line-dasharray': [2, 2] },
  },
  {
    ...{ id: 'census-trust/points', type: 'circle', source, filter: ['all', isPoint, isKnown] },
    ...{ layout: { 'circle-sort-key': TONE }, metadata: { ...UNDER_NAMES, over: 'place' } },
    paint: {
      'circle-color': byTone(ink),
      'circle-radius': radius(),
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 12, 0.5, 15, 1.2],
    },
  },
  {
    ...{ id: 'census-trust/unknown-points', type: 'circle', source, filter: ['all', isPoint, ['!', isKnown]] },
    metadata: { ...UNDER_NAMES, over: 'place' },
    paint: {
      'circle-color': ink['map-land'],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 2, 15, 3.6, 18, 7],
      'circle-stroke-color': ink['text-2'],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 12, 1, 15, 1.6, 18, 2.4],
    },
  },
  {
    ...{ id: 'census-trust/chosen', type: 'circle', source, filter: ['all', isPoint, ['==', ['get', 'chosen'], true]] },
    paint: {
      'circle-radius': radius(5),
      'circle-opacity': 0,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 3,
    },
  },
  {
    ...{ id: 'census-trust/letters', type: 'symbol', source, filter: isPoint, minzoom: 16 },
    layout: {
      'text-field': ['get', 'text'],
      'text-font': ['Noto Sans SC'],
      'text-size': 12,
      'text-anchor': 'left',
      'text-offset': [0.8, 0],
      'text-optional': true,
      'symbol-sort-key': ['-', 0, TONE],
    },
    paint: text(ink),
  },
  {
    ...{ id: 'census-trust/cell-letters', type: 'symbol', source, filter: isCell },
    layout: {
      'text-field': ['get', 'text'],
      'text-font': ['Noto Sans SC'],
      'text-size': 12,
      'symbol-sort-key': ['-', 0, TONE],
    },
    paint: text(ink),
  },
]
