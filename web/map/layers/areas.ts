import type { LayerSpecification } from 'maplibre-gl'
import { type AssetContext, byState, draw, hasMarks, isNormal } from './asset-context.ts'
import { belowMark } from './marks.ts'

/** Areas are greys with a name; only a state that asks for work gives them a colour. A grid has no mark and is only an outline. */
export const areaFill = (context: AssetContext): LayerSpecification =>
  draw(context, 'area', 'area', '', {
    type: 'fill',
    paint: {
      'fill-color': byState((state) => (state === 'normal' ? context.ink['text-3'] : context.ink[state])),
      'fill-opacity': hasMarks(context.layer) ? ['case', isNormal, 0.1, 0.18] : ['case', isNormal, 0.001, 0.12],
    },
  })

export const areaOutline = (context: AssetContext): LayerSpecification =>
  draw(context, 'outline', 'area', '', {
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': byState((state) => (state === 'normal' ? context.ink['n-6'] : context.ink[state])),
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        12,
        ['case', isNormal, 0.7, 1.4],
        17,
        ['case', isNormal, 1.1, 2.2],
      ],
      'line-opacity': hasMarks(context.layer) ? 0.9 : 0.75,
      ...(hasMarks(context.layer) ? {} : { 'line-dasharray': [5, 2] }),
    },
  })

export const areaName = (context: AssetContext): LayerSpecification =>
  draw(
    context,
    'area-name',
    'name',
    hasMarks(context.layer) ? '-marks' : '-names',
    nameOf(context, hasMarks(context.layer)),
  )

const NAME = { size: 11.5, padding: 6 }

function nameOf({ layer, ink }: AssetContext, besideMark: boolean) {
  return {
    type: 'symbol' as const,
    minzoom: layer.detailZoom + (besideMark ? 1.5 : 0.5),
    layout: {
      'text-font': ['Noto Sans SC'],
      'text-field': ['get', 'name'] as ['get', string],
      'text-size': NAME.size,
      'text-max-width': besideMark ? 9 : 14,
      'text-padding': NAME.padding,
      ...(besideMark ? { 'text-anchor': 'top' as const, 'text-offset': belowMark(NAME.size, NAME.padding) } : {}),
    },
    paint: { 'text-color': ink['map-label-2'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.5 },
  }
}
