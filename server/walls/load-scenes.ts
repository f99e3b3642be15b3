import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DataError, type DataFault } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { CityScene } from '../contract/city-scene.ts'
import type { Layer } from '../contract/layer.ts'
import { type Scene, SceneSet } from '../contract/wall.ts'
import { strangeLayers } from './strange-layers.ts'

/** The round that comes with a city, `cities/<id>/scenes` of the data folder, else that of any city, `scenes`. Throws DataError with every
 *  fault of every city's. */
export async function loadScenes(data: string, area: string, layers: readonly Layer[]): Promise<readonly Scene[]> {
  const cities = join(data, 'cities')
  const folders = (await exists(cities)) ? await readdir(cities) : []
  const paths = [join(data, 'scenes'), ...folders.map((city) => join(cities, city, 'scenes'))]
  const read = await Promise.all(paths.map(readFolder))
  const files = read.flat()
  const faults = files.flatMap(({ faults: found }) => found)
  const all = files.flatMap(({ value }) => value ?? [])
  const found = roundOf(all, area)
  faults.push(...all.flatMap(({ scene }) => faultsOf(scene, layers)))
  if (found.length > 0) {
    const { error } = SceneSet.safeParse({ scenes: found })
    if (error) faults.push({ file: 'scenes', path: '', message: error.issues[0]?.message ?? '' })
  }
  if (faults.length) throw new DataError(faults)
  return found
}

function roundOf(all: readonly CityScene[], area: string): Scene[] {
  const own = all.filter((one) => one.area === area)
  const round = own.length ? own : all.filter((one) => one.area === null)
  return round.toSorted((a, b) => a.order - b.order).map(({ scene }) => scene)
}

const faultsOf = (scene: Scene, layers: readonly Layer[]): DataFault[] =>
  strangeLayers([scene], layers).map((layer) => ({
    file: `${scene.id}.json`,
    path: 'scene.layers',
    message: `the catalogue has no layer "${layer}"`,
  }))

async function readFolder(folder: string) {
  if (!(await exists(folder))) return []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map((name) => readCheckedJson(join(folder, name), CityScene)))
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
