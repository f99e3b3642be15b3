import type { LayerSpecification } from 'maplibre-gl'
import type { Token } from '../../../theme/palette.ts'
import { among, type BaseContext, line } from '../base-context.ts'
import { metreWidth, type SmallWidths } from '../metres.ts'

interface RoadLook {
  widths: SmallWidths
  from: number
  colour: Token
}

/** From the least road to the greatest: the order of drawing. */
export const ROAD_LOOKS = {
  track: { widths: [0.4, 0.7, 1, 1.6], from: 11.5, colour: 'map-road-lane' },
  lane: { widths: [0, 0.3, 0.8, 1.3], from: 13.4, colour: 'map-road-lane' },
  street: { widths: [0.2, 0.5, 1.5, 2.2], from: 12.4, colour: 'map-road-minor' },
  secondary: { widths: [0.4, 1, 2.4, 3.4], from: 11, colour: 'map-road-secondary' },
  main: { widths: [0.8, 1.6, 3.6, 5], from: 10, colour: 'map-road-main' },
  national: { widths: [1.6, 2.6, 4.2, 5], from: 8, colour: 'map-road-national' },
} as const satisfies Record<string, RoadLook>

export type RoadClass = keyof typeof ROAD_LOOKS
export const ROAD_CLASSES = Object.keys(ROAD_LOOKS) as RoadClass[]

/** All casings lie below all fills, so that junctions open by themselves. */
export const roadCasing = ({ ink, theme, latitude }: BaseContext, roadClass: RoadClass): LayerSpecification => {
  const { widths, from } = ROAD_LOOKS[roadClass]
  return line(`road-casing-${roadClass}`, 'roads', {
    minzoom: from,
    filter: ['==', ['get', 'class'], roadClass],
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: {
      'line-color': ink['map-road-casing'],
      'line-width': metreWidth(widths, latitude, { extra: theme === 'dark' ? 2 : 2.2 }),
    },
  })
}

export const roadFill = ({ ink, latitude }: BaseContext, roadClass: RoadClass): LayerSpecification => {
  const { widths, from, colour } = ROAD_LOOKS[roadClass]
  return line(`road-${roadClass}`, 'roads', {
    minzoom: from,
    filter: ['==', ['get', 'class'], roadClass],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ink[colour],
      'line-width': metreWidth(widths, latitude),
      ...(roadClass === 'track' ? { 'line-dasharray': [3, 1.6] } : {}),
    },
  })
}

export const bridgeCasing = ({ ink, latitude }: BaseContext): LayerSpecification =>
  line('bridge-casing', 'bridges', {
    minzoom: 12.5,
    paint: {
      'line-color': ink['map-building-line'],
      'line-width': metreWidth([1, 1.6, 3.2, 4.5], latitude, { extra: 3 }),
    },
  })

export const bridgeFill = ({ ink, latitude }: BaseContext): LayerSpecification =>
  line('bridge', 'bridges', {
    minzoom: 12.5,
    paint: {
      'line-color': [
        'match',
        ['get', 'class'],
        'national',
        ink['map-road-national'],
        'main',
        ink['map-road-main'],
        'secondary',
        ink['map-road-secondary'],
        ink['map-road-minor'],
      ],
      'line-width': metreWidth([0.8, 1.4, 2.8, 3.6], latitude),
    },
  })

/** The dashed middle of the wide roads, close up. */
export const centreLine = ({ ink, theme }: BaseContext): LayerSpecification =>
  line('centre-line', 'roads', {
    minzoom: 16,
    filter: among('class', 'national', 'main'),
    paint: {
      'line-color': theme === 'dark' ? ink['n-6'] : ink['n-5'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 16, 0.6, 19, 1.6],
      'line-dasharray': [6, 5],
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 16, 0, 16.6, 0.6],
    },
  })
