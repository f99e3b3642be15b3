import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { markImage } from '../images/image-name.ts'
import {
  type AssetContext,
  byState,
  draw,
  glowsOf,
  isIn,
  isNormal,
  markSource,
  shines,
  type Tier,
  URGENCY,
} from './asset-context.ts'

/** From here the icon of the kind stands in the mark. */
export const ICON_ZOOM = 17

const unlit = ({ layer }: AssetContext): ExpressionSpecification => [
  '!',
  ['in', ['get', 'status'], ['literal', glowsOf(layer).map(([id]) => id)]],
]

const imageOf = ({ layer, theme }: AssetContext): ExpressionSpecification => [
  'step',
  ['zoom'],
  markImage(theme),
  ICON_ZOOM,
  markImage(theme, layer.symbol.icon),
]

/** Normal is quiet: a small disc, and a lamp that is off by plan less than that. */
export const quietDots = (context: AssetContext): LayerSpecification => {
  const { layer, ink } = context
  const lamps = shines(layer)
  return draw(context, 'quiet', 'thing', markSource(layer), {
    type: 'circle',
    minzoom: Math.max(layer.detailZoom - 1, 0),
    maxzoom: ICON_ZOOM,
    filter: lamps ? ['all', isNormal, unlit(context)] : isNormal,
    paint: {
      'circle-color': lamps ? ink['n-5'] : ink.normal,
      'circle-radius': lamps
        ? ['interpolate', ['linear'], ['zoom'], 14, 0.8, 17, 1.8]
        : ['interpolate', ['linear'], ['zoom'], 13, 1.2, 15, 1.7, 17, 3.2],
      'circle-opacity': lamps ? 1 : ['interpolate', ['linear'], ['zoom'], 14, 0.4, 17, 0.7],
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': lamps ? 0 : ['interpolate', ['linear'], ['zoom'], 14, 0.4, 17, 1.5],
    },
  })
}

/** Close up a normal thing shows what it is: the same disc with the kind's icon. */
export const quietIcons = (context: AssetContext): LayerSpecification =>
  draw(context, 'quiet-icon', 'thing', markSource(context.layer), {
    type: 'symbol',
    minzoom: ICON_ZOOM,
    filter: shines(context.layer) ? ['all', isNormal, unlit(context)] : isNormal,
    layout: {
      'icon-image': imageOf(context),
      'icon-size': ['interpolate', ['linear'], ['zoom'], 17, shines(context.layer) ? 0.4 : 0.66, 19, 0.85],
      'icon-allow-overlap': true,
      // A quiet thing never pushes a street's name away.
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': shines(context.layer) ? 0.6 : 1 },
  })

/** Any other state: colour and shape, larger the more urgent, the loudest on top. */
export const loudMarks = (context: AssetContext, tier: Tier): LayerSpecification => {
  const size = (times: number) =>
    byState(
      (state) => times * (state === 'emergency' ? 1.15 : state === 'late' ? 1 : state === 'unknown' ? 0.84 : 0.88),
    )
  return draw(context, `mark-${tier[0]}`, 'thing', markSource(context.layer), {
    type: 'symbol',
    filter: isIn(tier),
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': imageOf(context),
      'icon-size': ['interpolate', ['linear'], ['zoom'], 13, size(0.5), 15, size(0.62), 17, size(0.95), 19, size(1.1)],
      'icon-allow-overlap': true,
      // A street's name may come as near as it can.
      'icon-padding': 0,
    },
  })
}

/** Names of single things, where there is room for them. */
export const thingNames = (context: AssetContext): LayerSpecification =>
  draw(context, 'name', 'name', markSource(context.layer), {
    type: 'symbol',
    minzoom: Math.max(context.layer.detailZoom + 2, 18),
    layout: {
      'text-font': ['Noto Sans SC'],
      'text-field': ['get', 'name'],
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 1.1],
      'text-max-width': 10,
      'text-padding': 4,
    },
    paint: {
      'text-color': context.ink['map-label-2'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.5,
    },
  })
