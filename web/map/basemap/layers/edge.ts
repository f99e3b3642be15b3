import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../../server/contract/geo.ts'
import type { BaseContext } from '../base-context.ts'
import { pixelsPerMetre } from '../metres.ts'

const EDGE = 'edge'

/** How far inside the bounds the hills begin to fade. */
const FADE_METRES = 1600

/** Everything but the city's bounds, and their outline. */
export function edgeSource([west, south, east, north]: Bbox): GeoJSONSourceSpecification {
  const outline: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const world: [number, number][] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  return {
    type: 'geojson',
    data: { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, outline] } },
  }
}

/** Where the known ground ends, it fades into the land's colour: a cut rectangle of hills would look like a fault. */
export function edgeLayers({ ink, latitude }: BaseContext): LayerSpecification[] {
  const wide = (zoom: number) => 2 * FADE_METRES * pixelsPerMetre(zoom, latitude)
  const width: ['interpolate', ['exponential', number], ['zoom'], ...number[]] = [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    8,
    wide(8),
    15,
    wide(15),
  ]
  return [
    { id: 'edge-land', type: 'fill', source: EDGE, paint: { 'fill-color': ink['map-land'], 'fill-antialias': false } },
    {
      id: 'edge-fade',
      type: 'line',
      source: EDGE,
      maxzoom: 16,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ink['map-land'], 'line-width': width as never, 'line-blur': width as never },
    },
  ]
}
