import type { LayerSpecification } from 'maplibre-gl'
import { among, type BaseContext, fill, label, line, nameIn } from '../base-context.ts'

/** The gravel bed that the river moves about in. */
export const channel = ({ ink }: BaseContext): LayerSpecification =>
  fill('channel', 'water', {
    filter: ['==', ['get', 'kind'], 'channel'],
    paint: { 'fill-color': ink['map-gravel'] },
  })

export const bars = ({ ink }: BaseContext): LayerSpecification =>
  fill('bars', 'water', {
    filter: among('kind', 'bar_grass', 'bar-grass', 'grass'),
    paint: { 'fill-color': ink['map-green'], 'fill-opacity': 0.8 },
  })

export const river = ({ ink }: BaseContext): LayerSpecification =>
  fill('river', 'water', {
    filter: among('kind', 'river', 'pond', 'lake'),
    paint: { 'fill-color': ink['map-water'] },
  })

export const riverEdge = ({ ink }: BaseContext): LayerSpecification =>
  line('river-edge', 'water', {
    minzoom: 12.5,
    filter: among('kind', 'river', 'pond', 'lake'),
    paint: {
      'line-color': ink['map-water-line'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 17, 1.3],
    },
  })

/** Side streams are narrower than a pixel in the wide view: a line keeps them. */
export const streamLine = ({ ink }: BaseContext): LayerSpecification =>
  line('stream-line', 'waterlines', {
    filter: ['==', ['get', 'kind'], 'stream'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ink['map-water-line'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 14, 1.3, 15, 0.6],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 14, 1, 15.5, 0],
    },
  })

export const stream = ({ ink }: BaseContext): LayerSpecification =>
  fill('stream', 'water', {
    filter: ['==', ['get', 'kind'], 'stream'],
    paint: { 'fill-color': ink['map-water'], 'fill-outline-color': ink['map-water-line'] },
  })

export const riverNames = (context: BaseContext): LayerSpecification =>
  label('river-names', 'waterlines', {
    filter: ['==', ['get', 'kind'], 'river'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 560,
      'text-field': nameIn(context),
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 13, 16, 19],
      'text-letter-spacing': context.language === 'zh' ? 0.5 : 0.3,
      'text-max-angle': 30,
    },
    paint: {
      'text-color': context.ink['map-label-water'],
      'text-halo-color': context.ink['map-water'],
      'text-halo-width': 1.4,
    },
  })

export const streamNames = (context: BaseContext): LayerSpecification =>
  label('stream-names', 'waterlines', {
    minzoom: 13.4,
    filter: ['==', ['get', 'kind'], 'stream'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 480,
      'text-field': nameIn(context),
      'text-size': 11.5,
      'text-letter-spacing': 0.2,
    },
    paint: {
      'text-color': context.ink['map-label-water'],
      'text-halo-color': context.ink['map-halo'],
      'text-halo-width': 1.4,
    },
  })
