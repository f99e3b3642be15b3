import type { Archives } from '../basemap/archives.ts'
import type { LngLat } from '../contract/geo.ts'
import { runInThread } from '../insight/thread/run-in-thread.ts'
import { gatherTiles } from './read-relief.ts'
import type { Ground } from './reckon-ground.ts'

const PROGRAM = { beside: import.meta.url, name: 'ground' }

interface Kept {
  places: readonly LngLat[]
  ground: Promise<Ground | undefined>
}

/** By the archives of a server: the relief does not change, and places seldom do. */
const kept = new WeakMap<object, Kept>()

/** Catchments and sinks of places by the relief; undefined without one that reaches them all. A town's tiles take a third of a second to unpack and
 *  to let run: in a thread, once for the same places, however many ask. Rejects when the thread fails. */
export function groundOf(archives: Pick<Archives, 'relief'>, places: readonly LngLat[]): Promise<Ground | undefined> {
  const known = kept.get(archives)
  if (known && samePlaces(known.places, places)) return known.ground
  const ground = reckon(archives, places)
  kept.set(archives, { places, ground })
  const forget = (): void => {
    if (kept.get(archives)?.ground === ground) kept.delete(archives)
  }
  // A relief may be made while the server runs.
  ground.then((found) => (found ? undefined : forget()), forget)
  return ground
}

async function reckon(archives: Pick<Archives, 'relief'>, places: readonly LngLat[]): Promise<Ground | undefined> {
  const archive = await archives.relief()
  const tiles = archive && (await gatherTiles(archive, places))
  return tiles && runInThread<never, Ground | undefined>(PROGRAM, tiles, () => undefined).done
}

const samePlaces = (one: readonly LngLat[], other: readonly LngLat[]): boolean =>
  one.length === other.length && one.every(([lng, lat], at) => lng === other[at]?.[0] && lat === other[at]?.[1])
