import type { LayerSpecification } from 'maplibre-gl'
import { among, type BaseContext, circle, fill, line } from '../base-context.ts'
import { pixelsPerMetre } from '../metres.ts'

/** Narrow strips of barley across the valley: neighbours differ a little, so that the mosaic shows without colour. */
export const fields = ({ ink }: BaseContext): LayerSpecification =>
  fill('fields', 'green', {
    minzoom: 11.5,
    filter: ['==', ['get', 'kind'], 'field'],
    paint: {
      'fill-color': ink['map-field'],
      'fill-opacity': ['match', ['to-number', ['get', 'tint'], 0], 0, 1, 1, 0.55, 2, 0.8, 3, 0.4, 0.65],
      'fill-outline-color': ink['map-green'],
    },
  })

export const blocks = ({ ink }: BaseContext): LayerSpecification =>
  fill('blocks', 'blocks', {
    minzoom: 11.5,
    filter: ['!', among('landuse', 'field')],
    paint: {
      'fill-color': [
        'match',
        ['get', 'landuse'],
        ['green', 'park'],
        ink['map-green'],
        'plaza',
        ink['map-square'],
        ink['map-block'],
      ],
    },
  })

export const green = ({ ink }: BaseContext): LayerSpecification =>
  fill('green', 'green', {
    minzoom: 11.5,
    filter: among('kind', 'park', 'strip', 'garden', 'wood', 'riverside'),
    paint: { 'fill-color': ink['map-green'] },
  })

export const yards = ({ ink }: BaseContext): LayerSpecification =>
  fill('yards', 'yards', {
    minzoom: 12.5,
    filter: ['!', among('kind', 'tank')],
    paint: {
      'fill-color': ['match', ['get', 'kind'], ['landfill', 'waste'], ink['map-gravel'], ink['map-square']],
      'fill-outline-color': [
        'match',
        ['get', 'kind'],
        ['landfill', 'waste', 'bay'],
        ink['map-building-line'],
        ink['map-square'],
      ],
    },
  })

export const tanks = ({ ink }: BaseContext): LayerSpecification =>
  fill('tanks', 'yards', {
    minzoom: 14,
    filter: ['==', ['get', 'kind'], 'tank'],
    paint: { 'fill-color': ink['map-water'], 'fill-outline-color': ink['map-water-line'] },
  })

/** Running tracks and pitches of schools and the stadium. */
export const pitches = ({ ink }: BaseContext): LayerSpecification =>
  fill('pitches', 'green', {
    minzoom: 13,
    filter: among('kind', 'track', 'pitch'),
    paint: {
      'fill-color': ['match', ['get', 'kind'], 'track', ink['map-square'], ink['map-green']],
      'fill-outline-color': ink['map-building-line'],
    },
  })

export const paths = ({ ink }: BaseContext): LayerSpecification =>
  line('paths', 'roads', {
    minzoom: 14.3,
    filter: ['==', ['get', 'class'], 'path'],
    paint: {
      'line-color': ink['map-road-main'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 14, 0.7, 18, 2.6],
      'line-dasharray': [2, 1.6],
      'line-opacity': 0.7,
    },
  })

/** A crown is some 4 m across. */
export const trees = ({ ink, latitude }: BaseContext): LayerSpecification =>
  circle('trees', 'trees', {
    minzoom: 14.6,
    paint: {
      'circle-color': ink['map-tree'],
      'circle-pitch-alignment': 'map',
      'circle-radius': [
        'interpolate',
        ['exponential', 2],
        ['zoom'],
        14.6,
        0.9,
        16,
        Math.max(1.4, 2 * pixelsPerMetre(16, latitude)),
        20,
        2 * pixelsPerMetre(20, latitude),
      ],
      'circle-opacity': ['interpolate', ['linear'], ['zoom'], 14.6, 0.35, 16, 0.65],
      'circle-blur': 0.3,
    },
  })
