import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../../server/contract/geo.ts'
import type { BaseContext } from '../base-context.ts'

const EDGE = 'edge'

/** Share of the bounds, on each side, over which the hills fade; and in how many veils. */
const FADE = 0.09
const VEILS = 18
/** Of one veil; eighteen of them let 2 % through. */
const VEIL_OPACITY = 0.2

type Ring = [number, number][]

const WORLD: Ring = ringOf([-180, -85, 180, 85])

/** Everything but the city's bounds, again and again with a smaller hole. */
export function edgeSource([west, south, east, north]: Bbox): GeoJSONSourceSpecification {
  const veils = Array.from({ length: VEILS + 1 }, (_, veil) => {
    const [dx, dy] = [((east - west) * FADE * veil) / VEILS, ((north - south) * FADE * veil) / VEILS]
    const hole = ringOf([west + dx, south + dy, east - dx, north - dy])
    return {
      type: 'Feature' as const,
      properties: { veil },
      geometry: { type: 'Polygon' as const, coordinates: [WORLD, hole] },
    }
  })
  return { type: 'geojson', tolerance: 0, data: { type: 'FeatureCollection', features: veils } }
}

function ringOf([west, south, east, north]: Bbox): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

/** Where the known ground ends, it fades into the land's colour: a cut rectangle of hills would look like a fault. */
export const edge = ({ ink }: BaseContext): LayerSpecification => ({
  id: 'edge',
  type: 'fill',
  source: EDGE,
  paint: {
    'fill-color': ink['map-land'],
    'fill-opacity': ['case', ['==', ['get', 'veil'], 0], 1, VEIL_OPACITY],
    'fill-antialias': false,
  },
})
