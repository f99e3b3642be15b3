import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { LitRate, PatrolRoute } from '../../../server/contract/lighting.ts'
import type { Feature as CityThing } from '../../api.ts'
import { UNDER_NAMES } from '../../map/over.ts'
import type { Palette } from '../../theme/palette.ts'

export const ROADS = 'lighting-roads'
export const DARK = 'lighting-dark'
export const PATROL = 'lighting-patrol'

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
export const NOTHING: FeatureCollection = collection([])

/** The lines of the roads that have lamps, with what is known of each. @param chosen the name of one */
export function roadFeatures(
  lines: readonly Pick<CityThing, 'id' | 'geometry'>[],
  { roads }: Pick<LitRate, 'roads'>,
  chosen: string | undefined,
): FeatureCollection {
  const roadOf = new Map(roads.flatMap((road) => road.roadIds.map((id) => [id, road] as const)))
  return collection(
    lines.flatMap(({ id, geometry }) => {
      const road = roadOf.get(id)
      if (!road) return []
      const properties = { road: road.road, verdict: road.verdict, chosen: road.road === chosen }
      return [{ type: 'Feature' as const, properties, geometry: geometry as Geometry }]
    }),
  )
}

/** Dark lamps; one with a case is on its way to be repaired. */
export const darkFeatures = ({ dark }: Pick<LitRate, 'dark'>, chosen: string | undefined): FeatureCollection =>
  collection(
    dark.map(({ id, road, location, case: filed }) => ({
      type: 'Feature',
      properties: { id, road, filed: filed !== null, quiet: chosen !== undefined && road !== chosen },
      geometry: { type: 'Point', coordinates: [...location] },
    })),
  )

export const patrolFeatures = (route: PatrolRoute['route']): FeatureCollection =>
  collection(
    (route?.rounds ?? []).flatMap(({ line }, round): Feature[] => {
      const coordinates = line.map((place) => [...place])
      const [first] = coordinates
      return first
        ? [
            { type: 'Feature', properties: { round }, geometry: { type: 'LineString', coordinates } },
            { type: 'Feature', properties: { round, start: true }, geometry: { type: 'Point', coordinates: first } },
          ]
        : []
    }),
  )

export function boxOfRoute(route: PatrolRoute['route']): Bbox | undefined {
  const places = route?.rounds.flatMap(({ line }) => line) ?? []
  if (places.length === 0) return undefined
  let [west, south, east, north]: Bbox = [180, 90, -180, -90]
  for (const [lng, lat] of places)
    [west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
  return [west, south, east, north]
}

const is = (key: string, value: string | boolean): ExpressionSpecification => ['==', ['get', key], value]
const wide = (thin: number, thick: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  12,
  thin,
  17,
  thick,
]
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

export const lightingLayers = (ink: Palette): LayerSpecification[] => [
  ...roadLayers(ink),
  ...patrolLayers(ink),
  ...darkLayers(ink),
]

const roadLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'lighting/chosen', type: 'line', source: ROADS, filter: is('chosen', true), layout: round },
    metadata: UNDER_NAMES,
    paint: { 'line-color': ink.accent, 'line-width': wide(7, 18), 'line-opacity': 0.3 },
  },
  {
    ...{ id: 'lighting/pass', type: 'line', source: ROADS, filter: is('verdict', 'pass') },
    metadata: { ...UNDER_NAMES, over: 'road' },
    paint: { 'line-color': ink.normal, 'line-width': wide(1, 3), 'line-opacity': 0.5 },
  },
  {
    ...{ id: 'lighting/unknown', type: 'line', source: ROADS, filter: is('verdict', 'unknown') },
    metadata: { ...UNDER_NAMES, over: 'road' },
    paint: { 'line-color': ink.unknown, 'line-width': wide(1.2, 3.5), 'line-dasharray': [2.4, 1.8] },
  },
  {
    ...{ id: 'lighting/fail', type: 'line', source: ROADS, filter: is('verdict', 'fail') },
    metadata: { ...UNDER_NAMES, over: 'road' },
    paint: { 'line-color': ink.late, 'line-width': wide(2.4, 7) },
  },
]

const darkLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'lighting/dark', type: 'circle', source: DARK, metadata: { over: 'lamp' } },
    paint: {
      'circle-color': ['case', is('filed', true), ink.working, ink.late],
      'circle-radius': wide(4, 8),
      'circle-stroke-color': ink['mark-edge'],
      'circle-stroke-width': 1.5,
      'circle-opacity': ['case', is('quiet', true), 0.35, 1],
    },
  },
]

const patrolLayers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'lighting/way-edge', type: 'line', source: PATROL, layout: round, metadata: UNDER_NAMES },
    paint: { 'line-color': ink['mark-edge'], 'line-width': wide(3.5, 8), 'line-opacity': 0.85 },
  },
  {
    ...{ id: 'lighting/way', type: 'line', source: PATROL, layout: round, metadata: UNDER_NAMES },
    paint: { 'line-color': ink.accent, 'line-width': wide(1.6, 4) },
  },
  {
    ...{ id: 'lighting/direction', type: 'symbol', source: PATROL, filter: ['==', ['geometry-type'], 'LineString'] },
    minzoom: 13.5,
    layout: {
      ...{ 'symbol-placement': 'line', 'symbol-spacing': 90, 'text-field': '›', 'text-font': ['Noto Sans SC'] },
      ...{ 'text-size': 22, 'text-keep-upright': false, 'text-allow-overlap': true, 'text-ignore-placement': true },
      'text-offset': [0, -0.08],
    },
    paint: { 'text-color': ink.accent, 'text-halo-color': ink['mark-edge'], 'text-halo-width': 2 },
  },
  {
    ...{ id: 'lighting/start', type: 'circle', source: PATROL, filter: is('start', true) },
    paint: {
      'circle-color': ink['n-2'],
      'circle-radius': 7,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 3,
    },
  },
]
