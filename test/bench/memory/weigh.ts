import { setTimeout } from 'node:timers/promises'
import Flatbush from 'flatbush'
import { openArchives } from '../../../server/basemap/archives.ts'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { openSearch } from '../../../server/search/open-search.ts'
import { type Ground, groundOf } from '../city/ground.ts'
import { answerParent } from '../measure/answer-parent.ts'
import { bytesInBuffers } from './bytes-in-buffers.ts'

/** Ways to keep the same things; each answers what must not be collected before it is weighed. */
const WAYS: Record<string, (ground: Ground) => Promise<unknown>> = {
  ours: async ({ layer, assets }) => {
    const memory = openCity([layer])
    await memory.load(layer.id, assets())
    return memory
  },
  'ours and the search index': async ({ layer, assets }) => {
    const memory = openCity([layer])
    await memory.load(layer.id, assets())
    const onFault = (error: unknown) => {
      throw error
    }
    const search = openSearch({ memory, archives: openArchives('/nowhere', undefined), onFault })
    await search.build(null)
    return [memory, search]
  },
  objects: async ({ assets }) => objectsOf(assets()),
  'objects and flatbush': async ({ assets }) => {
    const objects = objectsOf(assets())
    const tree = new Flatbush(objects.size)
    for (const { geometry } of objects.values())
      if (geometry.type === 'Point') tree.add(...geometry.coordinates, ...geometry.coordinates)
    tree.finish()
    return [objects, tree]
  },
}

/** As they come from a store: each from its own text. */
function objectsOf(assets: Iterable<Asset>): Map<string, Asset> {
  const objects = new Map<string, Asset>()
  for (const asset of assets) objects.set(asset.id, JSON.parse(JSON.stringify(asset)))
  return objects
}

const weigh = async (): Promise<number> => {
  for (let times = 0; times < 4; times++) {
    globalThis.gc?.()
    await setTimeout(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  // A picture of a heap of a million objects would be too large, and they have no shared arrays.
  return heapUsed + (way.startsWith('ours') ? await bytesInBuffers() : external)
}

const [way = '', assets = ''] = process.argv.slice(2)
const ground = await groundOf(Number(assets))
// Code is compiled, tables of the generator are filled.
await WAYS[way]?.(await groundOf(1_000))
await weigh()
const before = await weigh()
const kept = await WAYS[way]?.(ground)
const bytes = (await weigh()) - before
if (!kept) throw new Error(`no way "${way}"`)
answerParent(bytes)
