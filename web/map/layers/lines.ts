import type { LayerSpecification } from 'maplibre-gl'
import { type AssetContext, byState, draw, isNormal } from './asset-context.ts'

/** A line is thin and grey while all is well; in any other state it is wide and has the state's colour. */
export const lineStroke = (context: AssetContext): LayerSpecification =>
  draw(context, 'line', 'line', '', {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': byState((state) => (state === 'normal' ? context.ink['n-6'] : context.ink[state])),
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        12,
        ['case', isNormal, 0.8, 2],
        17,
        ['case', isNormal, 2, 4.5],
      ],
      'line-opacity': ['case', isNormal, 0.6, 1],
    },
  })

/** Under the stroke, so that a finger or a mouse need not hit 1 px. */
export const lineReach = (context: AssetContext): LayerSpecification =>
  draw(context, 'line-edge', 'line', '', {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': context.ink['mark-edge'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, ['case', isNormal, 1.6, 4], 17, ['case', isNormal, 4, 8]],
      'line-opacity': ['case', isNormal, 0.25, 0.9],
    },
  })
