import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { clusterImage, markImage } from '../images/image-name.ts'
import { type AssetContext, byState, draw, isNormal, STATE, shines, URGENCY } from './asset-context.ts'

const COUNT: ExpressionSpecification = ['coalesce', ['get', 'count'], 1]
const isOne: ExpressionSpecification = ['==', COUNT, 1]

/** 7, 128, 1.2k, 15k: at most four characters, so that a count stays inside its mark. */
export const SHORT_COUNT: ExpressionSpecification = [
  'case',
  ['<', COUNT, 1000],
  ['to-string', COUNT],
  ['<', COUNT, 10_000],
  ['concat', ['to-string', ['/', ['floor', ['/', COUNT, 100]], 10]], 'k'],
  ['concat', ['to-string', ['floor', ['/', COUNT, 1000]]], 'k'],
]

const sizeBy = (times: number): ExpressionSpecification => [
  '*',
  byState((state) => times * (state === 'normal' ? 0.76 : state === 'due' ? 1 : 0.9)),
  ['interpolate', ['linear'], ['log10', COUNT], 0, 0.9, 1, 1, 2, 1.2, 3, 1.42, 4, 1.6],
]

/** Many things in one place: the shape and colour of the worst of them, and how many they are. */
export const loudClusters = (context: AssetContext): LayerSpecification =>
  clusters(context, 'cluster', ['all', ['!', isOne], ['!', isNormal]], {})

/** All is well with all of them: a ring and a count, which never push a street's name away. */
export const quietClusters = (context: AssetContext): LayerSpecification =>
  clusters(context, 'cluster-quiet', ['all', ['!', isOne], isNormal], {
    'icon-ignore-placement': true,
    'text-ignore-placement': true,
  })

function clusters(
  context: AssetContext,
  name: string,
  filter: ExpressionSpecification,
  placement: SymbolLayerSpecification['layout'],
): LayerSpecification {
  const { theme, ink } = context
  return draw(context, name, 'cluster', '-clusters', {
    type: 'symbol',
    filter,
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': clusterImage(theme),
      'icon-size': sizeBy(1),
      'icon-allow-overlap': true,
      'text-font': ['Noto Sans SC'],
      'text-field': SHORT_COUNT,
      'text-size': ['interpolate', ['linear'], ['log10', COUNT], 0, 10, 3, 12],
      'text-offset': ['match', STATE, 'due', ['literal', [0, 0.28]], ['literal', [0, 0]]],
      'text-allow-overlap': true,
      ...placement,
    },
    paint: {
      'icon-translate': context.nudge,
      'text-translate': context.nudge,
      'text-color': byState((state) => {
        if (state === 'normal') return ink['text-3']
        if (state === 'unknown') return ink['unknown-ink']
        if (state === 'emergency') return ink['on-emergency']
        return theme === 'light' && state === 'due' ? ink['text-1'] : ink['mark-edge']
      }),
    },
  })
}

/** A cluster of one is the thing itself. */
export const loneMarks = (context: AssetContext): LayerSpecification =>
  draw(context, 'lone', 'thing', '-clusters', {
    type: 'symbol',
    filter: ['all', isOne, ['!', isNormal]],
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': markImage(context.theme),
      'icon-size': byState((state) => (state === 'emergency' ? 0.85 : state === 'late' ? 0.72 : 0.6)),
      'icon-allow-overlap': true,
    },
  })

export const loneDots = (context: AssetContext): LayerSpecification =>
  draw(context, 'lone-quiet', 'thing', '-clusters', {
    type: 'circle',
    filter: ['all', isOne, isNormal],
    paint: {
      'circle-color': shines(context.layer) && context.theme === 'dark' ? context.ink['lamp-core'] : context.ink.normal,
      'circle-radius': shines(context.layer) ? 1.3 : 2.6,
      'circle-stroke-color': context.ink['mark-edge'],
      'circle-stroke-width': 1,
    },
  })
