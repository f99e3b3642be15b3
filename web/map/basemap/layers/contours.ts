import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { type BaseContext, line } from '../base-context.ts'

/** `lit` runs from −1 (faces away from the north-west) to 1 (faces it); a true or false is read as one of the ends. */
const LIT: ExpressionSpecification = [
  'case',
  ['==', ['typeof', ['get', 'lit']], 'boolean'],
  ['case', ['to-boolean', ['get', 'lit']], 1, -1],
  ['to-number', ['get', 'lit'], 0],
]

const colour = ({ ink }: BaseContext): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  LIT,
  -1,
  ink['map-contour-shade'],
  0,
  ink['map-contour'],
  1,
  ink['map-contour-lit'],
]

export const contours = (context: BaseContext): LayerSpecification =>
  line('contours', 'contours', {
    minzoom: 13.4,
    filter: ['!=', ['to-number', ['get', 'idx']], 1],
    paint: {
      'line-color': colour(context),
      'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 17, 0.9],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 13.4, 0, 14.4, context.theme === 'dark' ? 0.4 : 0.5],
    },
  })

export const contoursIndex = (context: BaseContext): LayerSpecification =>
  line('contours-index', 'contours', {
    minzoom: 11,
    filter: ['==', ['to-number', ['get', 'idx']], 1],
    paint: {
      'line-color': colour(context),
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.6, 16, 1.2],
      'line-opacity': context.theme === 'dark' ? 0.6 : 0.8,
    },
  })
