import { type CityMemory, openCity } from '../../../server/city/city.ts'
import type { PastLimits, ReadChanged } from '../../../server/city/keep-pasts.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { assetsOf, dice, editAtRandom, rowOf } from './made-layers.ts'

/** What a plain replay of the log up to `seq` makes of all things. */
export function replay(log: readonly LogRow[], seq: number): Map<string, Asset> {
  const things = new Map<string, Asset>()
  for (const row of log) {
    if (row.seq > seq) break
    if (row.after) things.set(row.entityId, row.after as Asset)
    else things.delete(row.entityId)
  }
  return things
}

/** A log of `first` additions a layer and then random edits, `edits` rows in all, and a city that has followed it. */
export async function cityWithLog(
  layers: Layer[],
  {
    edits,
    seed,
    first = 0,
    limits,
    gate,
  }: { edits: number; seed: number; first?: number; limits?: Partial<PastLimits>; gate?: () => Promise<void> },
): Promise<{ city: CityMemory; log: LogRow[]; asked: Parameters<ReadChanged>[0][] }> {
  const random = dice(seed)
  const log: LogRow[] = []
  const states = new Map(layers.map((layer) => [layer.id, new Map<string, Asset>()]))
  for (const layer of layers)
    for (const asset of assetsOf(layer, first, random)) {
      const id = `${layer.id}-${asset.id}`
      log.push(rowOf(log.length + 1, id, { ...asset, id }))
      states.get(layer.id)?.set(asset.id, asset)
    }
  while (log.length < edits) {
    const layer = layers[Math.floor(random() * layers.length)] as Layer
    const things = states.get(layer.id) ?? new Map()
    const rows = editAtRandom(things, layer, 1 + Math.floor(random() * 40), log.length + 1, random)
    log.push(...rows.map((row) => ({ ...row, entityId: `${layer.id}-${row.entityId}`, after: renamed(layer, row) })))
  }
  const asked: Parameters<ReadChanged>[0][] = []
  const city = openCity(layers, {
    pastLimits: limits,
    readChanged: async function* (of) {
      asked.push(of)
      await gate?.()
      const ids = log.filter(({ seq }) => seq > of.after && seq <= (of.upTo ?? log.length)).map((row) => row.entityId)
      const then = replay(log, of.at)
      const all = [...new Set(ids)]
      for (let from = 0; from < all.length; from += 100)
        yield new Map(all.slice(from, from + 100).map((id) => [id, then.get(id)]))
    },
  })
  for (let from = 0; from < log.length; from += 500) city.apply(log.slice(from, from + 500))
  return { city, log, asked }
}

const renamed = (layer: Layer, { entityId, after }: LogRow) =>
  after && { ...(after as Asset), id: `${layer.id}-${entityId}` }
