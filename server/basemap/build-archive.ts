import { gzipSync } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { minZoomOf, type Properties } from './feature-zoom.ts'
import { type Bounds, tilesOver } from './tile-cover.ts'
import { type PackedTile, writePmtiles } from './write-pmtiles.ts'

/** Features by layer, in degrees; the order in a layer is the order of drawing. */
export type BasemapLayers = Record<string, { geometry: GeoJSON.Geometry; properties: Properties }[]>

// Twice the usual grid: at zoom 15 a unit is 13 cm, so that walls stay square when the map is drawn at zoom 19.
const EXTENT = 8192
const BUFFER = 96
const TOLERANCE = 5

interface Source {
  layer: string
  minZoom: number
  tiles: GeoJSONVT
}

/** Makes vector tiles of a base map and writes them to a PMTiles file. Answers with the number of tiles and bytes. */
export async function buildBasemapArchive(
  basemap: BasemapLayers,
  path: string,
  { minZoom, maxZoom }: { minZoom: number; maxZoom: number } = { minZoom: 8, maxZoom: 15 },
): Promise<{ tiles: number; bytes: number }> {
  const sources = sourcesOf(basemap, minZoom, maxZoom)
  const bounds = boundsOf(basemap)
  const tiles: PackedTile[] = []
  for (let z = minZoom; z <= maxZoom; z++)
    for (const { x, y } of tilesOver(bounds, z)) {
      const layers = layersAt(sources, z, x, y)
      if (Object.keys(layers).length === 0) continue
      tiles.push({ z, x, y, data: gzipSync(fromGeojsonVt(layers, { version: 2, extent: EXTENT })) })
    }
  return writePmtiles(path, tiles, {
    kind: 'mvt',
    minZoom,
    maxZoom,
    bounds,
    metadata: { vector_layers: vectorLayersOf(basemap, sources, maxZoom) },
  })
}

/** One source for all features of a layer that begin at the same zoom. */
function sourcesOf(basemap: BasemapLayers, lowest: number, maxZoom: number): Source[] {
  return Object.entries(basemap).flatMap(([layer, features]) => {
    const byZoom = new Map<number, GeoJSON.Feature[]>()
    for (const { geometry, properties } of features) {
      const minZoom = Math.min(maxZoom, Math.max(lowest, minZoomOf(layer, properties)))
      const feature: GeoJSON.Feature = { type: 'Feature', geometry, properties }
      const known = byZoom.get(minZoom)
      if (known) known.push(feature)
      else byZoom.set(minZoom, [feature])
    }
    return [...byZoom]
      .sort(([a], [b]) => a - b)
      .map(([minZoom, members]) => ({
        layer,
        minZoom,
        tiles: new GeoJSONVT(
          { type: 'FeatureCollection', features: members },
          { maxZoom, indexMaxZoom: lowest, extent: EXTENT, buffer: BUFFER, tolerance: TOLERANCE },
        ),
      }))
  })
}

function layersAt(sources: Source[], z: number, x: number, y: number): Record<string, GeoJSONVTTile> {
  const layers: Record<string, GeoJSONVTTile> = {}
  for (const { layer, minZoom, tiles } of sources) {
    if (z < minZoom) continue
    const tile = tiles.getTile(z, x, y)
    if (!tile || tile.features.length === 0) continue
    const before = layers[layer]
    layers[layer] = before ? { ...before, features: [...before.features, ...tile.features] } : tile
  }
  return layers
}

function boundsOf(basemap: BasemapLayers): Bounds {
  const bounds: Bounds = [180, 90, -180, -90]
  const widen = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    const [lng, lat] = coordinates
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      for (const part of coordinates) widen(part)
      return
    }
    bounds[0] = Math.min(bounds[0], lng)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lng)
    bounds[3] = Math.max(bounds[3], lat)
  }
  for (const features of Object.values(basemap))
    for (const { geometry } of features) if ('coordinates' in geometry) widen(geometry.coordinates)
  return bounds
}

const FIELD_TYPES: Record<string, string> = { number: 'Number', boolean: 'Boolean', string: 'String' }

/** As TileJSON 3 asks: every layer with its fields and zooms. */
function vectorLayersOf(basemap: BasemapLayers, sources: Source[], maxzoom: number): unknown[] {
  return Object.entries(basemap)
    .filter(([, features]) => features.length > 0)
    .map(([id, features]) => {
      const fields: Record<string, string> = {}
      for (const { properties } of features)
        for (const [key, value] of Object.entries(properties)) fields[key] = FIELD_TYPES[typeof value] ?? 'String'
      const own = sources.filter(({ layer }) => layer === id).map(({ minZoom }) => minZoom)
      return { id, fields, minzoom: Math.min(...own), maxzoom }
    })
}
