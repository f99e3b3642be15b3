import type { Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import type { Layer } from '../../server/contract/layer.ts'
import type { MapPicture } from './city-map.ts'
import { sourceOf } from './layers/asset-context.ts'

type Shown = Pick<MapPicture, 'statusFilter' | 'moments'>

/** Where a layer's tiles are. The filter is in the address, so that the server counts clusters over what is shown; and so is the moment. */
export function assetTiles({ id }: Pick<Layer, 'id'>, { statusFilter, moments }: Shown, origin: string): string {
  const statuses = statusFilter[id]
  const parts = [
    ...(statuses ? [`status=${statuses.map(encodeURIComponent).join(',')}`] : []),
    ...(moments?.[id] ? [`at=${moments[id]}`] : []),
  ]
  return `${origin}/tiles/${id}/{z}/{x}/{y}.mvt${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

/** Sends the layers that both pictures show to other tiles, in place: as part of another style their sources would be taken away and put
 *  back, and the map would be bare meanwhile. The tiles in view stay until the others are there. A source that still waits for tiles is
 *  left to the style: MapLibre (6.17) would let the late ones stand. */
export function moveTiles(
  map: Pick<MapLibre, 'getSource' | 'isSourceLoaded'>,
  layers: readonly Pick<Layer, 'id'>[],
  [before, now]: [Shown, Shown],
  origin: string,
): void {
  for (const layer of layers) {
    const tiles = assetTiles(layer, now, origin)
    const id = sourceOf(layer)
    const source = tiles === assetTiles(layer, before, origin) ? undefined : map.getSource<VectorTileSource>(id)
    if (source && map.isSourceLoaded(id)) source.setTiles([tiles])
  }
}
