import type { Archives } from '../basemap/archives.ts'
import type { CityMemory } from '../city/city.ts'
import type { Asset } from '../contract/asset.ts'
import type { Bbox, LngLat } from '../contract/geo.ts'
import type { LogRow } from '../contract/log.ts'
import { layersOf } from '../layers/layers-of.ts'
import type { Named } from './name-groups.ts'
import { readPlaceNames } from './read-place-names.ts'
import { makeSearchIndex, namedOf, type SearchIndex } from './search-index.ts'

/** Beyond this many changes beside the index a query takes milliseconds more than it should. */
const EDITS_WORTH_A_BUILD = 5_000

export interface CitySearch {
  index: SearchIndex
  /** Names of the base map. */
  places: ReadonlyMap<string, LngLat>
  /** Gathers every name; the city can be asked meanwhile, and finds less. */
  build(bounds: Bbox | null): Promise<void>
  /** Call it before the memory has the rows. */
  apply(rows: readonly LogRow[]): void
}

interface Needs {
  memory: CityMemory
  archives: Archives
  /** Told of a build that failed; the old index stays. */
  onFault: (error: unknown) => void
}

export function openSearch({ memory, archives, onFault }: Needs): CitySearch {
  const index = makeSearchIndex()
  const places = new Map<string, LngLat>()
  let building: Promise<void> | undefined

  const stateOf = (id: string): Asset | undefined => {
    for (const layer of layersOf(memory)) {
      const asset = layer.get(id)
      if (asset) return asset
    }
    return undefined
  }

  const readPlaces = async (bounds: Bbox | null): Promise<void> => {
    const archive = await archives.basemap()
    if (!archive) return
    const roads = new Set<string>()
    for (const { name } of memory.layer('roads')?.all() ?? []) roads.add(name)
    for (const { name, location } of await readPlaceNames(archive, bounds)) {
      if (!roads.has(name)) places.set(name, location)
    }
  }

  const build = async (bounds: Bbox | null): Promise<void> => {
    await readPlaces(bounds).catch(onFault)
    await index.build(everyName(memory, places))
  }

  return {
    index,
    places,
    build(bounds) {
      building ??= build(bounds)
        .catch(onFault)
        .finally(() => {
          building = undefined
        })
      return building
    },
    apply(rows) {
      index.apply(rows, stateOf)
      if (index.edited > EDITS_WORTH_A_BUILD && !building) {
        building = index
          .build(everyName(memory, places))
          .catch(onFault)
          .finally(() => {
            building = undefined
          })
      }
    },
  }
}

/** A street of many segments is one road to whoever looks for it. */
function* everyName(memory: CityMemory, places: ReadonlyMap<string, LngLat>): Generator<Named> {
  for (const name of places.keys()) yield { id: name, name, where: '', kind: 'place' }
  const roads = new Set<string>()
  for (const layer of layersOf(memory)) {
    for (const asset of layer.all()) {
      const named = namedOf(asset)
      if (named.kind === 'road' && roads.has(named.name)) continue
      if (named.kind === 'road') roads.add(named.name)
      yield named
    }
  }
}
