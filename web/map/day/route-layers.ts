import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { Palette } from '../../theme/palette.ts'
import type { OverMetadata } from '../over.ts'

/** The way of a crew through a day that is proposed. */
export interface DayRoute {
  crewId: string
  /** It is the one looked at. */
  focused: boolean
  /** In the order in which it goes; `way` leads from the stop before. */
  stops: readonly { caseId: string; location: LngLat; way: readonly LngLat[] }[]
}

/** What a day's plan draws: ways, and places that somebody put down to try. */
export interface DayDrawing {
  routes: readonly DayRoute[]
  places: readonly LngLat[]
}

export const NO_DAY: DayDrawing = { routes: [], places: [] }

const DAY = 'day'

/** Ways of a plan as one source: a line for each crew, a numbered point for each stop, a point for each place. */
export function daySource({ routes, places }: DayDrawing): Record<string, GeoJSONSourceSpecification> {
  const point = (properties: object, place: LngLat) => ({
    ...{ type: 'Feature' as const, properties },
    geometry: { type: 'Point' as const, coordinates: [...place] },
  })
  const features = [
    ...routes.flatMap(({ crewId, focused, stops }) => {
      const coordinates = stops.flatMap(({ way }) => way).map((place) => [...place])
      const geometry = { type: 'LineString' as const, coordinates }
      return coordinates.length < 2 ? [] : [{ type: 'Feature' as const, properties: { crewId, focused }, geometry }]
    }),
    ...routes.flatMap(({ focused, stops }) =>
      stops.map(({ caseId, location }, place) => point({ id: caseId, focused, order: place + 1 }, location)),
    ),
    ...places.map((place) => point({ tried: true }, place)),
  ]
  return { [DAY]: { type: 'geojson', data: { type: 'FeatureCollection', features } } }
}

const isFocused: ExpressionSpecification = ['==', ['get', 'focused'], true]
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']
const isStop: ExpressionSpecification = ['has', 'order']
const isTried: ExpressionSpecification = ['has', 'tried']
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** Under the marks: the focused crew's way is drawn through, the others are quiet. */
export const routeLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'day/way-other', type: 'line', source: DAY, filter: ['all', isLine, ['!', isFocused]], layout: round },
    paint: { 'line-color': ink.accent, 'line-width': 2, 'line-opacity': 0.45 },
  },
  {
    ...{ id: 'day/way-edge', type: 'line', source: DAY, filter: ['all', isLine, isFocused], layout: round },
    paint: { 'line-color': ink['mark-edge'], 'line-width': 7, 'line-opacity': 0.9 },
  },
  {
    ...{ id: 'day/way', type: 'line', source: DAY, filter: ['all', isLine, isFocused], layout: round },
    paint: { 'line-color': ink.accent, 'line-width': 3 },
  },
]

const metadata: OverMetadata = { over: 'case' }

/** Over the marks: the stops of the focused crew by their order, and what is tried. */
export const stopLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'day/stop', type: 'circle', source: DAY, filter: ['all', isStop, isFocused], metadata },
    paint: {
      'circle-color': ink.accent,
      'circle-radius': 10,
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': 2,
    },
  },
  {
    ...{ id: 'day/order', type: 'symbol', source: DAY, filter: ['all', isStop, isFocused], metadata },
    layout: {
      'text-field': ['to-string', ['get', 'order']],
      'text-font': ['Noto Sans SC'],
      'text-size': 12,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      // The next stop lies over those that come later.
      'symbol-sort-key': ['-', 0, ['get', 'order']],
    },
    paint: { 'text-color': ink['on-accent'] },
  },
  {
    ...{ id: 'day/tried', type: 'circle', source: DAY, filter: isTried },
    paint: {
      'circle-color': ink['n-2'],
      'circle-radius': 7,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 3,
    },
  },
]
