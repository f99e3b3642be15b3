import type { Archives } from '../basemap/archives.ts'
import type { LoadedPlacement } from '../cases/place/load-placement.ts'
import type { CityMemory } from '../city/city.ts'
import type { City } from '../contract/city.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { Bbox } from '../contract/geo.ts'
import { layersOf } from '../layers/layers-of.ts'
import { type CityDescription, readCity } from '../store/describe-city.ts'
import { readLog } from '../store/read-log.ts'
import type { Store } from '../store/store.ts'

/** A place to begin from when nothing is known: the middle of China, the whole of it on a screen. */
const UNKNOWN: CityDescription = {
  name: { zh: '未命名城市', en: 'Unnamed city' },
  centre: [104.2, 35.9],
  zoom: 4,
  bounds: null,
  demo: false,
}
/** A town without a zoom of its own. */
const TOWN_ZOOM = 13

interface Needs {
  area: string
  codes: CodeRegistry
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  archives: Archives
  mapApproval: string | undefined
  placement: Pick<LoadedPlacement, 'responsibility'>
}

/** What the city is called and where it lies, and of which moment the picture in memory is. */
export async function describePicture(needs: Needs): Promise<City> {
  const { area, codes, store, memory, archives, mapApproval, placement } = needs
  const layers = layersOf(memory)
  const bounds = boundsAround(layers.map((layer) => layer.bounds()).filter((box) => box !== undefined))
  const described = await readCity(store.db, area)
  const head = await store.head(area)
  const [first] = await readLog(store.db, { city: area, after: 0, limit: 1 })
  const [basemap, relief] = await Promise.all([archives.basemap(), archives.relief()])
  return {
    area,
    ...(described ?? undescribed(codes.areas.get(area)?.name, bounds)),
    bounds: described?.bounds ?? bounds,
    mapApproval: mapApproval ?? null,
    bureau: placement.responsibility?.bureau ?? null,
    basemap: basemap !== undefined,
    relief: relief !== undefined,
    seq: memory.seq,
    dataAt: head.at,
    since: first?.at ?? null,
    assetCount: layers.reduce((total, layer) => total + layer.count, 0),
  }
}

/** A city that brought its data and never said what it is: the national list knows its name, its things where it lies. */
function undescribed(name: { zh: string; en: string } | undefined, bounds: Bbox | null): CityDescription {
  const named = name ? { ...UNKNOWN, name: { zh: name.zh, en: name.en || name.zh } } : UNKNOWN
  return bounds ? { ...named, centre: middleOf(bounds), zoom: TOWN_ZOOM } : named
}

const middleOf = ([west, south, east, north]: Bbox): [number, number] => [(west + east) / 2, (south + north) / 2]

function boundsAround(boxes: Bbox[]): Bbox | null {
  const [first, ...others] = boxes
  if (!first) return null
  return others.reduce(
    (all, box): Bbox => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  )
}
