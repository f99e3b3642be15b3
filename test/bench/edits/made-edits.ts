import type { LayerMemory } from '../../../server/city/layer-memory.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { dice } from '../city/made-district.ts'

/** Of a hundred edits so many are of a status, and so many further of a name and of a place; the rest are things added and removed in turn. */
const [STATUSES, NAMES, MOVES] = [60, 15, 15]

/** Some 20 m. */
const MOVED = 2e-4

/** Edits of random things all over the city, without end, as rows of a log. */
export function* madeEdits(layer: LayerMemory, ids: readonly string[], statuses: Layer['statuses']): Generator<LogRow> {
  const random = dice(1_000)
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const added: Asset[] = []
  for (let seq = 1; ; seq++) {
    const asset = layer.get(any(ids))
    if (!asset) throw new Error('a thing that was never removed is gone')
    const kind = random() * 100
    const last = added.at(-1)
    if (kind < STATUSES) yield rowOf(seq, asset.id, { ...asset, status: any(statuses).id })
    else if (kind < STATUSES + NAMES) yield rowOf(seq, asset.id, { ...asset, name: `${asset.fields.road} ${seq} 号灯` })
    else if (kind < STATUSES + NAMES + MOVES) yield rowOf(seq, asset.id, moved(asset, random))
    else if (last && random() < 0.5) yield rowOf(seq, added.pop()?.id ?? last.id, null)
    else {
      const twin = { ...moved(asset, random), id: `54062601037N${String(seq).padStart(6, '0')}` }
      added.push(twin)
      yield rowOf(seq, twin.id, twin)
    }
  }
}

function moved(asset: Asset, random: () => number): Asset {
  if (asset.geometry.type !== 'Point') return asset
  const [lng, lat] = asset.geometry.coordinates
  const coordinates: [number, number] = [lng + (random() - 0.5) * 2 * MOVED, lat + (random() - 0.5) * 2 * MOVED]
  return { ...asset, geometry: { type: 'Point', coordinates } }
}

const rowOf = (seq: number, entityId: string, after: Asset | null): LogRow => ({
  ...{ seq, entity: 'asset', entityId, after, city: '540626', actor: 'made:bench', reason: null, hash: '' },
  kind: after ? 'asset-changed' : 'asset-removed',
  at: '2026-11-01T08:00:00+08:00',
})
