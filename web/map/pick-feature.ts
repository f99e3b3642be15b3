import type { MapGeoJSONFeature } from 'maplibre-gl'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Layer } from '../../server/contract/layer.ts'
import type { Pick } from './city-map.ts'
import { type CellReading, type HeatCells, readingAt } from './heat-cells.ts'
import type { AssetMetadata, AssetPart } from './layers/asset-context.ts'

/** What of a map layer can be picked, the small before the large: an area lies under everything in it. */
const PARTS: AssetPart[] = ['thing', 'cluster', 'line', 'area']

export interface Click {
  lngLat: LngLat
  /** Features near the click, topmost first. */
  features: MapGeoJSONFeature[]
  zoom: number
  layers: Layer[]
  heat: HeatCells | null
  /** Pixels between the click and a feature's own place. */
  distance(feature: MapGeoJSONFeature): number
}

/** What a click means. */
export function pickFeature({ lngLat, features, zoom, layers, heat, distance }: Click): Pick {
  for (const part of PARTS) {
    if (part === 'area' && heat) {
      const cell = drawnReading(heat, lngLat)
      if (cell) return { kind: 'cell', cell, lngLat }
    }
    const nearest = features
      .filter((feature) => metadataOf(feature)?.part === part)
      .sort((a, b) => distance(a) - distance(b))[0]
    const layer = layers.find(({ id }) => id === (nearest && metadataOf(nearest)?.layer))
    if (!nearest || !layer) continue
    const at = nearest.geometry.type === 'Point' ? (nearest.geometry.coordinates as LngLat) : lngLat
    if (part === 'cluster') return { kind: 'cluster', layer: layer.id, lngLat: at, zoomTo: zoomThatSplits(zoom, layer) }
    return { kind: 'asset', layer: layer.id, id: String(nearest.properties.id), lngLat: at }
  }
  return { kind: 'place', lngLat }
}

export const metadataOf = (feature: MapGeoJSONFeature): AssetMetadata | undefined =>
  feature.layer.metadata as AssetMetadata | undefined

/** Clusters are counted on a grid that halves with every zoom, and end at the layer's detail zoom: two zooms further a cluster of
 *  more than one place has come apart. */
export const zoomThatSplits = (zoom: number, { detailZoom }: Layer): number =>
  Math.max(Math.min(Math.floor(zoom) + 2, detailZoom), zoom)

/** Only a cell with something in it answers; elsewhere a click is a click on the map. */
function drawnReading(heat: HeatCells, place: LngLat): CellReading | undefined {
  const reading = readingAt(heat, place)
  return reading && (reading.density !== 0 || reading.count > 0) ? reading : undefined
}
