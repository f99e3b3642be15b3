import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { among, type BaseContext, label, nameIn } from '../base-context.ts'

const ELSEWHERE = ['peak', 'village', 'town']

/** From which zoom a place of this rank is named; a filter knows whole zooms only. */
const RANKS: ExpressionSpecification = ['step', ['zoom'], 0, 14, 2, 15, 3, 16, 4]

/** A 3-pixel dot and a quiet name: a coloured pin would look like a case. */
export const placeNames = (context: BaseContext): LayerSpecification =>
  label('place-names', 'places', {
    minzoom: 13.4,
    filter: ['all', ['!', among('kind', ...ELSEWHERE)], ['<=', ['to-number', ['get', 'rank'], 4], RANKS]],
    layout: {
      'symbol-sort-key': ['to-number', ['get', 'rank'], 4],
      'icon-image': `dot|${context.theme}`,
      'icon-allow-overlap': false,
      'text-field': nameIn(context),
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        14,
        ['match', ['get', 'rank'], [0, 1], 12, 11],
        18,
        ['match', ['get', 'rank'], [0, 1], 15, 13],
      ],
      'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 3,
    },
    paint: {
      'text-color': ['match', ['get', 'rank'], [0, 1], context.ink['map-label'], context.ink['map-label-2']],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.5,
    },
  })

export const villageNames = (context: BaseContext): LayerSpecification =>
  label('village-names', 'places', {
    minzoom: 10.5,
    filter: ['==', ['get', 'kind'], 'village'],
    layout: {
      'text-field': nameIn(context),
      'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10.5, 15, 13.5],
      'text-letter-spacing': context.language === 'zh' ? 0.12 : 0.02,
    },
    paint: {
      'text-color': context.ink['map-label-2'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.5,
    },
  })

/** The town's own name, only while the town is small. */
export const townName = (context: BaseContext): LayerSpecification =>
  label('town-name', 'places', {
    maxzoom: 12.8,
    filter: ['==', ['get', 'kind'], 'town'],
    layout: {
      'text-field': nameIn(context),
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, 14, 13, 22],
      'text-letter-spacing': context.language === 'zh' ? 0.3 : 0.04,
      'text-padding': 2,
    },
    paint: {
      'text-color': context.ink['text-1'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 2,
    },
  })

/** A summit: the triangle of a topographic map is outlined, so that it is not the mark of a case that is due. */
export const peakNames = (context: BaseContext): LayerSpecification =>
  label('peak-names', 'places', {
    minzoom: 11.5,
    maxzoom: 15.5,
    filter: ['==', ['get', 'kind'], 'peak'],
    layout: {
      'icon-image': `peak|${context.theme}`,
      'text-field': nameIn(context),
      'text-size': 10,
      'text-anchor': 'top',
      'text-offset': [0, 0.5],
      'text-padding': 14,
    },
    paint: {
      'text-color': context.ink['map-label-2'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.3,
    },
  })
