import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import type { Geometry, LngLat } from '../../server/contract/geo.ts'
import type { View } from './city-map.ts'
import type { AssetMetadata } from './layers/asset-context.ts'
import { viewOf } from './mount-map.ts'
import { overOf } from './over.ts'

/** CSS pixels from the map's top left. */
export type Pixel = readonly [x: number, y: number]

/** A mark of the picture's `over` under a pixel. */
export interface Mark {
  over: string
  source: string
  /** Where it is. */
  lngLat: LngLat
  properties: Record<string, unknown>
}

/** What is drawn under a pixel in whatever shape: of the picture's `over` by its source, or a thing of the city by its layer. */
export interface Shape {
  source: string
  layer: string | undefined
  properties: Record<string, unknown>
  /** Cut where its tile ends. */
  geometry: Geometry
}

/** A living map as those see it who draw over it or take hold of it. It is another one after a lost context. */
export interface MapSurface {
  size(): Pixel
  toPixel(place: LngLat): Pixel
  toPlace(pixel: Pixel): LngLat
  /** Degrees clockwise from north that is up. */
  bearing(): number
  pitch(): number
  /** The topmost first. */
  marksAt(pixel: Pixel, reach: number): Mark[]
  /** The topmost first. */
  shapesAt(pixel: Pixel, reach: number): Shape[]
  view(): View
  /** The properties of what a cluster holds, at most so many. */
  members(source: string, cluster: number, most: number): Promise<Record<string, unknown>[]>
  /** The zoom at which a cluster comes apart. */
  zoomThatSplits(source: string, cluster: number): Promise<number>
  /** Keeps the map where it is while something else is dragged over it. */
  hold(): () => void
  /** After each frame of the map. */
  onDraw(draw: () => void): () => void
}

export function mapSurface(map: MapLibre): MapSurface {
  // Asked for in every frame: the box is measured when it changes, and not laid out anew for each of them.
  const measured = (): Pixel => [map.getContainer().clientWidth, map.getContainer().clientHeight]
  let size = measured()
  map.on('resize', () => {
    size = measured()
  })
  return {
    size: () => size,
    toPixel: (place) => {
      const { x, y } = map.project(place)
      return [x, y]
    },
    toPlace: ([x, y]) => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat]
    },
    bearing: () => map.getBearing(),
    pitch: () => map.getPitch(),
    marksAt: ([x, y], reach) => {
      const layers = map.getLayersOrder().filter((id) => overOf(map.getLayer(id)?.metadata) !== undefined)
      if (layers.length === 0) return []
      return map.queryRenderedFeatures(boxAround([x, y], reach), { layers }).flatMap(markOf)
    },
    shapesAt: (pixel, reach) => {
      const layers = map.getLayersOrder().filter((id) => isShape(map.getLayer(id)?.metadata))
      return layers.length === 0 ? [] : map.queryRenderedFeatures(boxAround(pixel, reach), { layers }).map(shapeOf)
    },
    view: () => viewOf(map),
    members: async (source, cluster, most) =>
      (await sourceOf(map, source).getClusterLeaves(cluster, most, 0)).map(({ properties }) => properties ?? {}),
    zoomThatSplits: (source, cluster) => sourceOf(map, source).getClusterExpansionZoom(cluster),
    hold: () => {
      const held = [map.dragPan, map.boxZoom, map.touchZoomRotate, map.dragRotate].filter((by) => by.isEnabled())
      for (const by of held) by.disable()
      return () => {
        for (const by of held) by.enable()
      }
    },
    onDraw: (draw) => {
      map.on('render', draw)
      return () => map.off('render', draw)
    },
  }
}

function sourceOf(map: MapLibre, id: string): GeoJSONSource {
  const source = map.getSource<GeoJSONSource>(id)
  if (!source) throw new Error(`the map has no source ${id}`)
  return source
}

const boxAround = ([x, y]: Pixel, reach: number): [[number, number], [number, number]] => [
  [x - reach, y - reach],
  [x + reach, y + reach],
]

const assetOf = (metadata: unknown): AssetMetadata | undefined =>
  typeof metadata === 'object' && metadata !== null && 'part' in metadata ? (metadata as AssetMetadata) : undefined

const isShape = (metadata: unknown): boolean => overOf(metadata) !== undefined || assetOf(metadata)?.part === 'thing'

const shapeOf = ({ geometry, layer, source, properties }: MapGeoJSONFeature): Shape => ({
  ...{ source, properties, geometry: geometry as Geometry, layer: assetOf(layer.metadata)?.layer },
})

export function markOf({ geometry, layer, source, properties }: MapGeoJSONFeature): Mark[] {
  const over = overOf(layer.metadata)
  if (over === undefined || geometry.type !== 'Point') return []
  return [{ over, source, lngLat: geometry.coordinates as LngLat, properties }]
}
