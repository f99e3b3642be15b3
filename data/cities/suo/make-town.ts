import type { MadeCity, Position } from '../city.ts'
import { Projection } from '../town/projection.ts'
import { makeAssets } from './assets/make-assets.ts'
import { buildTown } from './build-town.ts'
import { drawBasemap } from './draw-basemap.ts'
import { RELIEF_BOX } from './draw-relief.ts'
import { makeRoadBook } from './road-book.ts'
import { numberRoads } from './road-ids.ts'

export const SUO_AREA = '540626'
const ORIGIN: Position = [93.785, 31.886]
const DEFAULT_SEED = 20317

/** 索县 as a demo: a high-valley county town at its real coordinates. Everything on it is made up, and the same seed makes
 *  the same bytes. */
export function makeSuo(seed = DEFAULT_SEED): MadeCity {
  const projection = new Projection(ORIGIN)
  const town = buildTown(seed)
  const roads = makeRoadBook(town)
  const ids = numberRoads(town.network, SUO_AREA)
  const [west, south, east, north] = RELIEF_BOX
  return {
    area: SUO_AREA,
    source: 'made:suo',
    name: { zh: '索县', en: 'Suo County' },
    centre: [93.7858, 31.8892],
    zoom: 14.6,
    bounds: [...projection.position([west, south]), ...projection.position([east, north])],
    basemap: drawBasemap(town, roads, ids, projection),
    elevation: (lng, lat) => town.heightAt(projection.plane([lng, lat])),
    assets: makeAssets(town, roads, ids, projection, SUO_AREA),
  }
}
