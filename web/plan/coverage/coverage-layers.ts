import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { diamondName } from '../../map/images/image-name.ts'
import { UNDER_NAMES } from '../../map/over.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'

export const GAPS = 'coverage-gaps'
export const LABELS = 'coverage-labels'
export const BLOCKS = 'coverage-blocks'
export const DRAFT = 'coverage-draft'
export const SITES = 'coverage-sites'

const FONT = ['Noto Sans SC']
const is = (key: string, value: boolean): ExpressionSpecification => ['==', ['get', key], value]
const byTone = (gap: string, filled: string): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'filled',
  filled,
  gap,
]
const wide = (thin: number, thick: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  12,
  thin,
  15,
  (thin + thick) / 2,
  17,
  thick,
]
const bySide = (of: Record<'east' | 'west' | 'south' | 'other', unknown>): ExpressionSpecification =>
  ['match', ['get', 'side'], 'east', of.east, 'west', of.west, 'south', of.south, of.other] as ExpressionSpecification
/** Metres stand on the outer side of the kerb. */
const ANCHOR = bySide({ east: 'left', west: 'right', south: 'top', other: 'bottom' })
const OFFSET = bySide({
  ...{ east: ['literal', [0.5, 0]], west: ['literal', [-0.5, 0]] },
  ...{ south: ['literal', [0, 0.45]], other: ['literal', [0, -0.45]] },
})

/** A gap is a measurement and no state: ochre, and blue what the draft gains. */
export const coverageLayers = (ink: Palette, theme: Theme): LayerSpecification[] => [
  ...gapLayers(ink),
  ...blockLayers(ink),
  ...draftLayers(ink, theme),
]

const gapLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'coverage/chosen', type: 'line', source: GAPS, filter: is('chosen', true) },
    layout: { 'line-cap': 'round' },
    metadata: UNDER_NAMES,
    paint: { 'line-color': ink.accent, 'line-width': wide(10, 18), 'line-opacity': 0.28 },
  },
  {
    ...{ id: 'coverage/edge', type: 'line', source: GAPS, metadata: UNDER_NAMES },
    paint: { 'line-color': ink['mark-edge'], 'line-width': wide(3.5, 9.5), 'line-opacity': 0.85 },
  },
  {
    ...{ id: 'coverage/gaps', type: 'line', source: GAPS, metadata: { ...UNDER_NAMES, over: 'gap' } },
    paint: { 'line-color': byTone(ink['diff-p3'], ink['diff-m2']), 'line-width': wide(2, 6.5) },
  },
  {
    ...{ id: 'coverage/labels', type: 'symbol', source: LABELS, minzoom: 13.5, metadata: { over: 'gap' } },
    layout: {
      'text-field': ['get', 'text'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11.5, 16, 13.5],
      'text-anchor': ANCHOR,
      'text-offset': OFFSET,
      'symbol-sort-key': ['-', 0, ['get', 'metres']],
      // The longest find room first; from afar each keeps the more room to itself, so that few are said and these count.
      'text-padding': ['interpolate', ['linear'], ['zoom'], 13.5, 34, 14.5, 22, 15.5, 6, 16.5, 2],
    },
    paint: {
      'text-color': byTone(ink['diff-p3'], ink['diff-m3']),
      'text-halo-color': ink['map-halo'],
      'text-halo-width': 1.8,
    },
  },
]

/** Where people live and it is too far: as large as they are many. */
const blockLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'coverage/blocks', type: 'circle', source: BLOCKS, metadata: { over: 'block' } },
    layout: { 'circle-sort-key': ['-', 0, ['get', 'population']] },
    paint: {
      'circle-color': ink['diff-p3'],
      'circle-opacity': ['case', is('chosen', true), 0.9, 0.5],
      'circle-radius': [
        ...(['interpolate', ['linear'], ['zoom']] as const),
        ...[12, ['max', 2, ['*', 0.16, ['sqrt', ['get', 'population']]]]],
        ...[16, ['max', 4, ['*', 1.1, ['sqrt', ['get', 'population']]]]],
      ] as unknown as ExpressionSpecification,
      'circle-stroke-color': ['case', is('chosen', true), ink.accent, ink['mark-edge']],
      'circle-stroke-width': ['case', is('chosen', true), 3, 1],
    },
  },
]

const role = (...roles: string[]): ExpressionSpecification => ['in', ['get', 'role'], ['literal', roles]]

const draftLayers = (ink: Palette, theme: Theme): LayerSpecification[] => [
  {
    ...{ id: 'coverage/draft-way', type: 'line', source: DRAFT, filter: role('way') },
    paint: { 'line-color': ink.accent, 'line-width': 1.6, 'line-dasharray': [3, 2] },
  },
  {
    ...{ id: 'coverage/draft-left', type: 'circle', source: DRAFT, filter: role('left', 'removed') },
    metadata: { over: 'item' },
    paint: {
      'circle-color': ink['map-land'],
      'circle-radius': 5.5,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 1.6,
    },
  },
  {
    ...{ id: 'coverage/draft-removed', type: 'symbol', source: DRAFT, filter: role('removed') },
    layout: { 'text-field': '×', 'text-font': FONT, 'text-size': 15, 'text-allow-overlap': true },
    paint: { 'text-color': ink.accent },
  },
  {
    ...{ id: 'coverage/sites', type: 'circle', source: SITES, metadata: { over: 'site' } },
    paint: {
      'circle-color': ink['n-2'],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 2.5, 15, 5, 16, 10],
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2,
    },
  },
  {
    ...{ id: 'coverage/site-numbers', type: 'symbol', source: SITES, minzoom: 15.5 },
    // A number is part of its ring and stands in it whatever lies beside it.
    layout: {
      ...{ 'text-field': ['to-string', ['get', 'number']], 'text-font': FONT, 'text-size': 11 },
      ...{ 'text-allow-overlap': true, 'text-ignore-placement': true },
    },
    paint: { 'text-color': ink.accent },
  },
  {
    ...{ id: 'coverage/draft', type: 'symbol', source: DRAFT, filter: role('new', 'moved') },
    metadata: { over: 'item' },
    layout: {
      'icon-image': diamondName(theme),
      'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.6, 15, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
]
