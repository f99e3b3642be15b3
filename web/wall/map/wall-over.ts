import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import { THERE_METRES } from '../../../server/contract/wall.ts'
import { CASES, caseLayers } from '../../map/cases/case-layers.ts'
import { type CaseData, caseSource } from '../../map/cases/case-source.ts'
import { metresPerDegree } from '../../map/heat-grid.ts'
import type { Over } from '../../map/over.ts'
import { paletteOf } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'

/** Nearer than their own width two marks are one. */
const CLUSTER_PIXELS = 30
const ALARM = 'wall-alarm'
const CORNERS = 96

/** An emergency on the map, and the way of the crew that was sent. */
export interface AlarmOnMap {
  lngLat: LngLat
  way: readonly LngLat[]
  /** No road leads there: the line is straight across. */
  crow: boolean
}

/** The ring about a place, so many metres around it. */
export function ringAround([lng, lat]: LngLat, metres: number): LngLat[] {
  const degree = metresPerDegree(lat)
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS
    return [lng + (metres / degree.lng) * Math.sin(angle), lat + (metres / degree.lat) * Math.cos(angle)]
  })
}

/** Where an emergency is, with its ring and its way; the same as long as it says the same, or the map reads its tiles anew with each case. */
export function alarmSource(alarm: AlarmOnMap | null): GeoJSONSourceSpecification {
  const feature = (role: string, geometry: object) => ({ type: 'Feature' as const, properties: { role }, geometry })
  const features = alarm
    ? [
        ...(alarm.way.length > 1
          ? [
              feature(alarm.crow ? 'crow' : 'way', {
                type: 'LineString',
                coordinates: alarm.way.map((one) => [...one]),
              }),
            ]
          : []),
        feature('ring', { type: 'Polygon', coordinates: [ringAround(alarm.lngLat, THERE_METRES)] }),
      ]
    : []
  return { type: 'geojson', tolerance: 0, data: { type: 'FeatureCollection', features } as never }
}

/** What a wall draws over the city: open cases, and where an emergency is. While there is one, other cases are left out: they stand in the figures. */
export function wallSources(cases: CaseData, alarm: GeoJSONSourceSpecification): Over['sources'] {
  return { [CASES]: { ...caseSource(cases), clusterRadius: CLUSTER_PIXELS }, [ALARM]: alarm }
}

export function wallLayers(theme: Theme): LayerSpecification[] {
  const ink = paletteOf(theme)
  const of = (role: string): ['==', ['get', string], string] => ['==', ['get', 'role'], role]
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      ...{ id: 'wall/way-edge', type: 'line', source: ALARM, filter: of('way'), layout: round },
      paint: { 'line-color': ink['n-0'], 'line-width': 17, 'line-opacity': 0.7 },
    },
    {
      ...{ id: 'wall/way', type: 'line', source: ALARM, filter: of('way'), layout: round },
      paint: { 'line-color': ink['text-1'], 'line-width': 8 },
    },
    {
      ...{ id: 'wall/crow', type: 'line', source: ALARM, filter: of('crow'), layout: round },
      paint: { 'line-color': ink['text-1'], 'line-width': 5, 'line-dasharray': [0.1, 2.4] },
    },
    {
      ...{ id: 'wall/ring', type: 'fill', source: ALARM, filter: of('ring') },
      paint: { 'fill-color': ink.emergency, 'fill-opacity': 0.1 },
    },
    {
      ...{ id: 'wall/ring-line', type: 'line', source: ALARM, filter: of('ring'), layout: round },
      paint: { 'line-color': ink.emergency, 'line-width': 3.4 },
    },
    ...caseLayers(theme, ink),
  ]
}
