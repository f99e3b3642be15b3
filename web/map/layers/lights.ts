import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { type AssetContext, draw, glowsOf } from './asset-context.ts'

/** How strongly the feature shines, 0 … 1, from the catalogue's `glow` of its status. */
const glow = ({ layer }: AssetContext): ExpressionSpecification =>
  ['match', ['get', 'status'], ...glowsOf(layer).flat(), 0] as unknown as ExpressionSpecification

const isLit = ({ layer }: AssetContext): ExpressionSpecification => [
  'in',
  ['get', 'status'],
  ['literal', glowsOf(layer).map(([id]) => id)],
]

/** The pool of light on the ground, some 18 m across: it grows with the map. Only the night has it. */
export const lightPool = (context: AssetContext): LayerSpecification =>
  draw(context, 'light-pool', 'light', '', {
    type: 'circle',
    filter: isLit(context),
    paint: {
      'circle-color': context.ink['lamp-glow'],
      'circle-blur': 1,
      'circle-pitch-alignment': 'map',
      'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 13.4, 3, 15, 9, 16, 17, 18, 60, 20, 220],
      'circle-opacity': [
        'interpolate',
        ['linear'],
        ['zoom'],
        13.4,
        ['*', glow(context), 0.16],
        15,
        ['*', glow(context), 0.26],
        18,
        ['*', glow(context), 0.22],
      ],
    },
  })

/** The lamp itself: a fine warm dot at night, a small grey-amber one by day. */
export const lightCore = (context: AssetContext): LayerSpecification =>
  draw(context, 'light-core', 'thing', '', {
    type: 'circle',
    filter: isLit(context),
    paint: {
      'circle-color':
        context.theme === 'dark'
          ? ['case', ['>=', glow(context), 1], context.ink['lamp-core'], context.ink['lamp-dimmed-core']]
          : context.ink['n-6'],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 13.4, 0.5, 15, 1.05, 17, 2.3, 19, 5],
      'circle-opacity': ['interpolate', ['linear'], ['zoom'], 13.4, 0.7, 15, 0.95],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 15.5, 0, 17, context.theme === 'dark' ? 0 : 1],
      'circle-stroke-color': context.ink['mark-edge'],
    },
  })

/** Below the zoom of single lamps the town still shines, from the clusters' counts. */
export const townShine = (context: AssetContext): LayerSpecification =>
  ({
    id: `${context.layer.id}/shine`,
    type: 'heatmap',
    source: `layer/${context.layer.id}`,
    'source-layer': `${context.layer.id}-clusters`,
    maxzoom: context.layer.detailZoom,
    paint: {
      'heatmap-weight': ['interpolate', ['linear'], ['coalesce', ['get', 'normal'], 0], 0, 0, 40, 1],
      'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], 11, 10, 15, 48],
      'heatmap-intensity': 0.8,
      'heatmap-opacity': 0.5,
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        'rgba(255, 196, 107, 0)',
        0.4,
        'rgba(246, 184, 102, 0.16)',
        1,
        'rgba(255, 220, 163, 0.36)',
      ],
    },
  }) as LayerSpecification
