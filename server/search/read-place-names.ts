import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { TileArchive } from '../basemap/open-archive.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'

/** A name of the base map: a village, a river, a square. */
export interface PlaceName {
  name: string
  location: LngLat
}

/** A base map of a province has millions of tiles; those of one town at this zoom are some hundreds. */
const NAMES_ZOOM = 13
const MOST_TILES = 4_096

const columnOf = (lng: number, zoom: number): number => Math.floor(((lng + 180) / 360) * 2 ** zoom)
const rowOf = (lat: number, zoom: number): number => {
  const sine = Math.sin((Math.min(Math.max(lat, -85), 85) * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
}

/** Every name in the archive within `bounds`, once each, at the first place it stands. */
export async function readPlaceNames(archive: TileArchive, bounds: Bbox | null): Promise<PlaceName[]> {
  const [west, south, east, north] = bounds ?? archive.info.bounds
  const zoom = Math.min(NAMES_ZOOM, archive.info.maxZoom)
  const found = new Map<string, LngLat>()
  let tiles = 0
  for (let x = columnOf(west, zoom); x <= columnOf(east, zoom); x++) {
    for (let y = rowOf(north, zoom); y <= rowOf(south, zoom) && tiles < MOST_TILES; y++, tiles++) {
      const tile = await archive.tile(zoom, x, y)
      if (!tile) continue
      for (const { name, location } of namesOf(tile.plain(), [zoom, x, y])) {
        if (!found.has(name)) found.set(name, location)
      }
    }
  }
  return [...found].map(([name, location]) => ({ name, location }))
}

function* namesOf(bytes: Uint8Array, [zoom, x, y]: [number, number, number]): Generator<PlaceName> {
  for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index)
      const { name } = feature.properties
      if (typeof name !== 'string' || name.trim() === '') continue
      const first = firstPosition(feature.toGeoJSON(x, y, zoom).geometry)
      if (first) yield { name, location: first }
    }
  }
}

/** The middle of the first line or ring; a point itself. */
function firstPosition(geometry: GeoJSON.Geometry): LngLat | undefined {
  let positions: unknown = 'coordinates' in geometry ? geometry.coordinates : undefined
  while (Array.isArray(positions) && Array.isArray(positions[0])) {
    positions = Array.isArray(positions[0][0]) ? positions[0] : positions[positions.length >> 1]
  }
  return Array.isArray(positions) ? [rounded(positions[0]), rounded(positions[1])] : undefined
}

/** A tile knows a place to some metres; more digits would only look exact. */
const rounded = (degrees: unknown): number => Math.round(Number(degrees) * 1e6) / 1e6
