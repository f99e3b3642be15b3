import type { ManifestsTaken, WasteManifest } from '../contract/manifest.ts'
import { checkStorable } from '../store/storable-text.ts'
import type { Store } from '../store/store.ts'
import { keepManifests, knownManifests } from './manifest-store.ts'

export interface ManifestNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

/** Takes loads in: new ones, and what became of known ones; the last of an id that is sent twice. The change and its log row in one transaction. */
export function takeManifests(
  manifests: readonly WasteManifest[],
  actor: string,
  { area, store, now }: ManifestNeeds,
): Promise<ManifestsTaken> {
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]))
  for (const of of byId.values())
    checkStorable(`manifest ${of.id}`, of.id, of.projectId, of.projectName, of.carrier, of.plate, of.disposalId)
  return store.transaction(area, async (tx) => {
    const known = await knownManifests(tx.db, area, [...byId.keys()])
    const changed = [...byId.values()].filter((one) => textOf(known.get(one.id)) !== textOf(one))
    const added = changed.filter(({ id }) => !known.has(id)).length
    const told = { added, changed: changed.length - added, same: byId.size - changed.length }
    if (changed.length === 0) return { ...told, seq: null }
    const at = now().toISOString()
    const first = await tx.append(
      changed.map((after) => ({
        ...{ at, actor, kind: known.has(after.id) ? 'manifest-changed' : 'manifest-added' },
        ...{ entity: 'manifest' as const, entityId: after.id, after, reason: null },
      })),
    )
    const states = changed.map((state, index) => ({ state, seq: first + index }))
    await keepManifests(tx, states)
    return { ...told, seq: first + changed.length - 1 }
  })
}

/** Both were read by the same schema, so their members stand in the same order. */
const textOf = (of: WasteManifest | undefined): string => JSON.stringify(of ?? null)
