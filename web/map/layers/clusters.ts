import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { State } from '../../../server/contract/state.ts'
import { clusterImage, markImage } from '../images/image-name.ts'
import { type AssetContext, byState, draw, isIn, isNormal, STATE, shines, type Tier, URGENCY } from './asset-context.ts'

const COUNT: ExpressionSpecification = ['coalesce', ['get', 'count'], 1]
/** How many of them are in the worst state: the tile carries a count under each state's own name. */
const WORST: ExpressionSpecification = ['coalesce', ['get', STATE], 1]
const isOne: ExpressionSpecification = ['==', COUNT, 1]

/** 7, 128, 1.2k, 15k: at most four characters. */
export const shortCount = (count: ExpressionSpecification): ExpressionSpecification => [
  'case',
  ['<', count, 1000],
  ['to-string', count],
  ['<', count, 10_000],
  ['concat', ['to-string', ['/', ['floor', ['/', count, 100]], 10]], 'k'],
  ['concat', ['to-string', ['floor', ['/', count, 1000]]], 'k'],
]

const grown = (count: ExpressionSpecification, ...sizes: [at1: number, at10: number, at100: number, at1000: number]) =>
  ['interpolate', ['linear'], ['log10', count], ...sizes.flatMap((size, i) => [i, size])] as ExpressionSpecification

/** As large as those in the worst state are many: one lamp out of a thousand is a small mark. */
const LOUD_SIZE: ExpressionSpecification = [
  '*',
  byState((state) => (state === 'emergency' ? 1.15 : state === 'late' ? 1 : state === 'due' ? 0.96 : 0.84)),
  grown(WORST, 0.58, 0.8, 1.1, 1.4),
]
const QUIET_SIZE = grown(COUNT, 0.24, 0.28, 0.36, 0.48)

const isLoud = (tier: Tier): ExpressionSpecification => ['all', ['!', isOne], isIn(tier)]
const isQuiet: ExpressionSpecification = ['all', ['!', isOne], isNormal]

/** Some of many ask for something: shape and colour of the worst. Never hidden. */
export const loudClusters = (context: AssetContext, tier: Tier): LayerSpecification =>
  marks(context, tier[0], isLoud(tier), LOUD_SIZE, 1)

/** All is well with all of them: a small disc. */
export const quietClusters = (context: AssetContext): LayerSpecification =>
  marks(context, 'normal', isQuiet, QUIET_SIZE, 0.6)

/** How many of how many, `1/43`, where there is room. Under the marks, so that it gives way to all of them and not to its own alone. */
export const loudCounts = (context: AssetContext, tier: Tier): LayerSpecification => {
  const share = ['concat', shortCount(WORST), '/', shortCount(COUNT)] as ExpressionSpecification
  const words: ExpressionSpecification = ['case', ['==', WORST, COUNT], shortCount(COUNT), share]
  return counts(context, tier[0], isLoud(tier), words, LOUD_SIZE)
}

export const quietCounts = (context: AssetContext): LayerSpecification =>
  counts(context, 'normal', isQuiet, shortCount(COUNT), QUIET_SIZE)

const marks = (
  context: AssetContext,
  from: State,
  filter: ExpressionSpecification,
  size: ExpressionSpecification,
  opacity: number,
): LayerSpecification =>
  draw(context, `cluster-${from}`, 'cluster', '-clusters', {
    type: 'symbol',
    filter,
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': clusterImage(context.theme),
      'icon-size': size,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-translate': context.nudge, 'icon-opacity': opacity },
  })

const counts = (
  context: AssetContext,
  from: State,
  filter: ExpressionSpecification,
  words: ExpressionSpecification,
  size: ExpressionSpecification,
): LayerSpecification =>
  draw(context, `count-${from}`, 'cluster', '-clusters', {
    type: 'symbol',
    filter,
    layout: {
      'symbol-sort-key': ['-', URGENCY],
      'text-font': ['Noto Sans SC'],
      'text-field': words,
      'text-size': 10.5,
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      // Half the shape, in the text's own size, and a little air.
      'text-radial-offset': ['+', 0.35, ['*', 1.3, size]],
      'text-padding': 1,
    },
    paint: {
      'text-translate': context.nudge,
      'text-color': context.ink[from === 'normal' ? 'map-label-2' : 'map-label'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.4,
    },
  })

/** A cluster of one is the thing itself. */
export const loneMarks = (context: AssetContext, tier: Tier): LayerSpecification =>
  draw(context, `lone-${tier[0]}`, 'thing', '-clusters', {
    type: 'symbol',
    filter: ['all', isOne, isIn(tier)],
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': markImage(context.theme),
      'icon-size': byState((state) => (state === 'emergency' ? 0.85 : state === 'late' ? 0.72 : 0.6)),
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
  })

export const loneDots = (context: AssetContext): LayerSpecification =>
  draw(context, 'lone-normal', 'thing', '-clusters', {
    type: 'circle',
    filter: ['all', isOne, isNormal],
    paint: {
      'circle-color': shines(context.layer) && context.theme === 'dark' ? context.ink['lamp-core'] : context.ink.normal,
      'circle-radius': shines(context.layer) ? 1.3 : 2.6,
      'circle-stroke-color': context.ink['mark-edge'],
      'circle-stroke-width': 1,
    },
  })
