import type { CityMemory } from '../city/city.ts'
import type { Geometry, LngLat } from '../contract/geo.ts'
import type { SearchHit } from '../contract/search.ts'
import { layersOf } from '../layers/layers-of.ts'
import type { Found } from './find-names.ts'
import { namedOf } from './search-index.ts'

/** What the answer says of a found thing, as it is now; undefined when it is gone meanwhile. */
export function hitOf(
  { id, kind }: Pick<Found, 'id' | 'kind'>,
  memory: CityMemory,
  places: ReadonlyMap<string, LngLat>,
): SearchHit | undefined {
  if (kind === 'place') {
    const location = places.get(id)
    return location && { kind, id, layer: null, name: id, status: null, code: null, where: '', location }
  }
  for (const layer of layersOf(memory)) {
    const asset = layer.get(id)
    if (!asset) continue
    const { name, layer: layerId, status, code, geometry } = asset
    return { kind, id, layer: layerId, name, status, code, where: namedOf(asset).where, location: locationOf(geometry) }
  }
  return undefined
}

/** Where to fly to: the point, the middle vertex of a line, the middle of the box around an area. */
function locationOf(geometry: Geometry): LngLat {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return middleOf(geometry.coordinates)
    case 'MultiLineString':
      return middleOf(geometry.coordinates[0] ?? [])
    case 'Polygon':
      return centreOf(geometry.coordinates[0] ?? [])
    case 'MultiPolygon':
      return centreOf(geometry.coordinates[0]?.[0] ?? [])
  }
}

const middleOf = (line: LngLat[]): LngLat => line[line.length >> 1] ?? [0, 0]

function centreOf(ring: LngLat[]): LngLat {
  const lngs = ring.map(([lng]) => lng)
  const lats = ring.map(([, lat]) => lat)
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
}
