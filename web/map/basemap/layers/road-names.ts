import type { LayerSpecification } from 'maplibre-gl'
import { among, type BaseContext, label, nameIn } from '../base-context.ts'

const halo = ({ ink }: BaseContext) => ({ 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.6 })

/** A name is dropped where something more urgent stands, and MapLibre looks for no other place: so there are many places in the town
 *  view, every 140 px, and few close up, where one name serves the whole screen. */
export const mainRoadNames = (context: BaseContext): LayerSpecification =>
  label('road-names-main', 'roads', {
    minzoom: 13.2,
    filter: ['==', ['get', 'class'], 'main'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': ['step', ['zoom'], 140, 15, 240, 16, 320, 17, 560],
      'text-field': nameIn(context),
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 15, 13, 18, 18],
      'text-letter-spacing': context.language === 'zh' ? 0.24 : 0.04,
      'text-max-angle': 38,
      'text-padding': 5,
    },
    paint: { 'text-color': context.ink['map-label'], ...halo(context) },
  })

export const secondaryRoadNames = (context: BaseContext): LayerSpecification =>
  label('road-names-secondary', 'roads', {
    minzoom: 14.2,
    filter: ['==', ['get', 'class'], 'secondary'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': ['step', ['zoom'], 200, 15, 300, 16, 420, 17, 640],
      'text-field': nameIn(context),
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 18, 15],
      'text-letter-spacing': context.language === 'zh' ? 0.16 : 0.02,
      'text-max-angle': 38,
      'text-padding': 6,
    },
    paint: { 'text-color': context.ink['map-label-2'], ...halo(context) },
  })

export const streetNames = (context: BaseContext): LayerSpecification =>
  label('road-names-street', 'roads', {
    minzoom: 15.3,
    filter: among('class', 'street', 'lane', 'track'),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'symbol-sort-key': ['match', ['get', 'class'], 'street', 0, 1],
      'text-field': [
        'step',
        ['zoom'],
        ['case', ['==', ['get', 'class'], 'street'], nameIn(context), ''],
        16.2,
        nameIn(context),
      ],
      'text-size': ['interpolate', ['linear'], ['zoom'], 15, 10, 18, 13],
      'text-letter-spacing': context.language === 'zh' ? 0.08 : 0,
      'text-padding': 8,
    },
    paint: { 'text-color': context.ink['map-label-2'], ...halo(context) },
  })

/** G317 on its plate, upright along the road. */
export const roadPlates = ({ ink, theme }: BaseContext): LayerSpecification =>
  label('road-plates', 'roads', {
    minzoom: 9.5,
    filter: ['all', ['==', ['get', 'class'], 'national'], ['has', 'ref'], ['!=', ['get', 'ref'], '']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': ['step', ['zoom'], 220, 15.5, 440],
      'icon-image': `plate|${theme}`,
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [1, 4, 1, 4],
      'icon-rotation-alignment': 'viewport',
      'text-rotation-alignment': 'viewport',
      'text-field': ['get', 'ref'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 11, 9.5, 16, 12],
      'icon-padding': 4,
    },
    paint: { 'text-color': ink['map-plate-ink'] },
  })
