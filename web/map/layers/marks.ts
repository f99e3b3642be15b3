import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { State } from '../../../server/contract/state.ts'
import { MARK_PIXELS } from '../images/draw-mark.ts'
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

/** How large a mark is beside that of something late. */
const sizeOf = (state: State): number =>
  state === 'emergency' ? 1.15 : state === 'late' ? 1 : state === 'unknown' ? 0.84 : 0.88
/** Of a late thing from zoom 19, in sizes of the image. */
const CLOSE_UP = 1.1

/** Any other state: colour and shape, larger the more urgent, the loudest on top. */
export const loudMarks = (context: AssetContext, tier: Tier): LayerSpecification => {
  const size = (times: number) => byState((state) => times * sizeOf(state))
  return draw(context, `mark-${tier[0]}`, 'thing', markSource(context.layer), {
    type: 'symbol',
    filter: isIn(tier),
    layout: {
      'symbol-sort-key': URGENCY,
      'icon-image': imageOf(context),
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        13,
        size(0.5),
        15,
        size(0.62),
        17,
        size(0.95),
        19,
        size(CLOSE_UP),
      ],
      'icon-allow-overlap': true,
      // A street's name may come as near as it can.
      'icon-padding': 0,
    },
  })
}

/** How far under its place a name begins, in em. MapLibre does not draw a name that comes within `padding` px of a mark that asks for
 *  something, the thing's own not excepted; the mark of what is well gives way. */
export const belowMark = (textSize: number, padding: number): ExpressionSpecification =>
  byState((state): ['literal', [number, number]] => {
    const half = (MARK_PIXELS / 2) * CLOSE_UP * sizeOf(state)
    return ['literal', [0, state === 'normal' ? 1.1 : (half + padding + 1) / textSize]]
  })

const NAME = { size: 11, padding: 3 }

/** Names of what is well, where there is room for them. */
export const quietNames = (context: AssetContext): LayerSpecification => names(context, 'name', isNormal)

/** Names of what asks for something: they come before those of streets and of what is well. */
export const loudNames = (context: AssetContext, tier: Tier): LayerSpecification =>
  names(context, `name-${tier[0]}`, isIn(tier))

const names = (context: AssetContext, id: string, filter: ExpressionSpecification): LayerSpecification =>
  draw(context, id, 'name', markSource(context.layer), {
    type: 'symbol',
    minzoom: Math.max(context.layer.detailZoom + 2, 18),
    filter,
    layout: {
      'symbol-sort-key': ['-', URGENCY],
      'text-font': ['Noto Sans SC'],
      'text-field': ['get', 'name'],
      'text-size': NAME.size,
      'text-anchor': 'top',
      'text-offset': belowMark(NAME.size, NAME.padding),
      'text-max-width': 10,
      'text-padding': NAME.padding,
    },
    paint: {
      'text-color': context.ink['map-label-2'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.5,
    },
  })
