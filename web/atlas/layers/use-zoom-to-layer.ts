import type { Bbox } from '../../../server/contract/geo.ts'
import { getNearest, type LayerPicture } from '../../api.ts'
import { centreOf } from '../thing/centre-of.ts'
import type { MapView } from '../use-map-view.ts'
import type { Change } from '../use-picture.ts'
import { withLayer } from './status-filter.ts'

/** One thing alone is not looked at from closer. */
const CLOSEST = 17

/** Shows a layer and goes where all of its things are in view. */
export function useZoomToLayer(layers: LayerPicture[], view: MapView, change: Change): (layer: LayerPicture) => void {
  return (layer) => {
    const { bounds, symbol, detailZoom } = layer
    if (!bounds) return
    change((before) => withLayer(before, layers, layer.id))
    const whole = view.viewOf(bounds, CLOSEST)
    // Lines and grids are not drawn from further away than this; then one of them, in the middle, says where they begin.
    if (symbol.mark || whole.zoom >= detailZoom) view.go(whole)
    else void middleThing(layer.id, bounds).then((place) => view.go(view.viewOf(place, detailZoom)))
  }
}

/** The place of the thing nearest to the middle; the bounds themselves when the server does not answer. */
async function middleThing(layer: string, bounds: Bbox): Promise<Bbox> {
  const [west, south, east, north] = bounds
  try {
    const [nearest] = await getNearest(layer, [(west + east) / 2, (south + north) / 2], 1)
    if (!nearest) return bounds
    const [lng, lat] = centreOf(nearest.geometry)
    return [lng, lat, lng, lat]
  } catch {
    return bounds
  }
}
