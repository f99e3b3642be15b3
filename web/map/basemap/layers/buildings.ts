import type { LayerSpecification } from 'maplibre-gl'
import { among, type BaseContext, fill, line } from '../base-context.ts'

const PUBLIC = ['government', 'hospital', 'school', 'market', 'station', 'civic', 'monastery', 'stupa']

export const buildingShadow = ({ ink, theme }: BaseContext): LayerSpecification =>
  fill('building-shadow', 'buildings', {
    minzoom: 15,
    paint: {
      'fill-color': ink['map-building-shadow'],
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0, 15.8, theme === 'dark' ? 0.6 : 0.3],
      'fill-translate': ['interpolate', ['linear'], ['zoom'], 15, ['literal', [0.6, 0.6]], 18, ['literal', [3, 3]]],
    },
  })

export const buildings = ({ ink }: BaseContext): LayerSpecification =>
  fill('buildings', 'buildings', {
    minzoom: 13,
    paint: {
      'fill-color': ['match', ['get', 'kind'], PUBLIC, ink['map-building-public'], ink['map-building']],
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.25, 14.4, 1],
    },
  })

export const buildingLines = ({ ink }: BaseContext): LayerSpecification =>
  line('building-lines', 'buildings', {
    minzoom: 14.6,
    paint: {
      'line-color': ink['map-building-line'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 14.6, 0.25, 16, 0.6, 18, 1.1],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 14.6, 0.3, 15.6, 1],
    },
  })

/** Courtyard and compound walls. */
export const walls = ({ ink }: BaseContext): LayerSpecification =>
  line('walls', 'walls', {
    minzoom: 15.6,
    filter: ['!', among('kind', 'embankment')],
    paint: {
      'line-color': ink['map-wall'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 15.6, 0.4, 18, 1.3],
    },
  })

export const embankment = ({ ink }: BaseContext): LayerSpecification =>
  line('embankment', 'walls', {
    minzoom: 13,
    filter: ['==', ['get', 'kind'], 'embankment'],
    paint: {
      'line-color': ink['map-building-line'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 15, 1.4, 18, 3.4],
    },
  })
