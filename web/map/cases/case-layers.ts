import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { State } from '../../../server/contract/state.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'
import { inkOn } from '../images/draw-mark.ts'
import { shortCount } from '../layers/clusters.ts'
import type { OverMetadata } from '../over.ts'

/** The source that the layers are over. */
export const CASES = 'cases'

const metadata: OverMetadata = { over: 'case' }

const isMany: ExpressionSpecification = ['has', 'point_count']
const isOne: ExpressionSpecification = ['!', isMany]
const TOTAL: ExpressionSpecification = ['get', 'point_count']
const URGENCY: ExpressionSpecification = ['coalesce', ['get', 'worst'], ['get', 'urgency']]
/** The state of a case, or of a cluster's worst. */
export const STATE_OF_CASES: ExpressionSpecification = ['at', URGENCY, ['literal', State.options]]
/** How many of a cluster are as bad as its worst. */
export const WORST_COUNT: ExpressionSpecification = ['get', STATE_OF_CASES]

const byState = <T extends string | number>(of: (state: State) => T): ExpressionSpecification =>
  ['match', STATE_OF_CASES, ...State.options.flatMap((state) => [state, of(state)]), of('normal')] as never

/** The louder the larger; what is well in hand is a small square. Of an image of 28 px. */
const SIZES: Record<State, number> = { normal: 0.5, unknown: 0.64, working: 0.62, due: 0.84, late: 0.92, emergency: 1 }
/** The mark of the opened case. */
export const OPENED_SIZE = 1.04

const MANY_SIZE: ExpressionSpecification = [
  '*',
  byState((state) => (state === 'emergency' ? 1.12 : state === 'late' ? 1.06 : state === 'due' ? 1.02 : 0.86)),
  ['interpolate', ['linear'], ['log10', TOTAL], 0, 0.92, 1, 1.06, 2, 1.3, 3, 1.6],
]

/** Cases by state and light; many in one place show the worst of them, how many are so bad, and of how many. */
export function caseLayers(theme: Theme, ink: Palette): LayerSpecification[] {
  return [
    ...chosenRing(ink),
    // Under the marks: MapLibre finds room from the top down, and words give way to all of them.
    {
      ...{ id: 'cases/of', type: 'symbol', source: CASES, filter: ['all', isMany, ['<', WORST_COUNT, TOTAL]] },
      layout: {
        'text-field': ['concat', '/', shortCount(TOTAL)],
        'text-font': ['Noto Sans SC'],
        'text-size': 11,
        'text-anchor': 'left',
        'text-radial-offset': ['+', 0.45, ['*', 1.35, MANY_SIZE]],
        'text-optional': true,
        'text-padding': 1,
      },
      paint: { 'text-color': ink['map-label'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.5 },
    },
    {
      ...{ id: 'cases/many', type: 'symbol', source: CASES, metadata, filter: isMany },
      layout: {
        'symbol-sort-key': URGENCY,
        'icon-image': ['concat', `cluster|${theme}|`, STATE_OF_CASES],
        'icon-size': MANY_SIZE,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': shortCount(WORST_COUNT),
        'text-font': ['Noto Sans SC'],
        'text-size': byState((state) => (state === 'due' ? 10.5 : 11)),
        'text-offset': byState2((state) => [0, state === 'due' ? 0.24 : 0]),
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': byState((state) => (state === 'unknown' ? ink['unknown-ink'] : inkOn(state, ink, theme))),
      },
    },
    {
      ...{ id: 'cases/one', type: 'symbol', source: CASES, metadata, filter: isOne },
      layout: {
        'symbol-sort-key': URGENCY,
        'icon-image': ['concat', `mark|${theme}|`, ['get', 'state'], '|'],
        'icon-size': byState((state) => SIZES[state]),
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ]
}

const byState2 = (of: (state: State) => [number, number]): ExpressionSpecification =>
  [
    'match',
    STATE_OF_CASES,
    ...State.options.flatMap((state) => [state, ['literal', of(state)]]),
    ['literal', of('normal')],
  ] as never

/** Wider than the shape that it goes around. */
const RING: ExpressionSpecification = ['case', isMany, ['+', 5, ['*', 14, MANY_SIZE]], 14.5]
/** Some of a cluster, not all: the ring is paler. */
const RING_OPACITY: ExpressionSpecification = [
  'case',
  ['all', isMany, ['<', ['get', 'chosen'], ['coalesce', TOTAL, 1]]],
  0.55,
  1,
]

const chosenRing = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'cases/chosen-edge', type: 'circle', source: CASES, filter: ['>', ['get', 'chosen'], 0] },
    paint: {
      'circle-color': ink['mark-edge'],
      'circle-opacity': 0.85,
      'circle-radius': ['+', RING, 2.5] as ExpressionSpecification,
    },
  },
  {
    ...{ id: 'cases/chosen', type: 'circle', source: CASES, filter: ['>', ['get', 'chosen'], 0] },
    paint: {
      'circle-color': 'transparent',
      'circle-radius': RING,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2,
      'circle-stroke-opacity': RING_OPACITY,
    },
  },
]
