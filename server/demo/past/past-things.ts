import type { CaseKind } from '../../../data/cities/suo/records/case-kind.ts'
import type { RoutineChange } from '../../../data/cities/suo/records/routine.ts'
import type { CityPicture } from '../../city/city-picture.ts'
import type { Asset } from '../../contract/asset.ts'
import { type Case, isOpen } from '../../contract/case.ts'
import type { Inspection } from '../../contract/inspection.ts'
import { followAsset, troubleOf } from '../follow-asset.ts'

/** How the things of a city looked as its past went on: the picture that it begins with, and what has changed since. Each change is given back as
 *  the thing's new state, undefined where nothing changes. */
export class PastThings {
  readonly #memory: Pick<CityPicture, 'layer' | 'layers'>
  readonly #kinds: readonly CaseKind[]
  readonly #changed = new Map<string, Asset>()
  /** Open cases by thing, the oldest first. */
  readonly #cases = new Map<string, Set<string>>()
  /** Hazards that are left, by venue and inspection. */
  readonly #hazards = new Map<string, Map<string, number>>()

  constructor(memory: Pick<CityPicture, 'layer' | 'layers'>, kinds: readonly CaseKind[]) {
    this.#memory = memory
    this.#kinds = kinds
  }

  get(id: string): Asset | undefined {
    const changed = this.#changed.get(id)
    if (changed) return changed
    for (const { id: layer } of this.#memory.layers()) {
      const asset = this.#memory.layer(layer)?.get(id)
      if (asset) return asset
    }
    return undefined
  }

  /** As its case stands now. */
  byCase(of: Case, at: string): Asset | undefined {
    const asset = of.assetId === null ? undefined : this.get(of.assetId)
    const layer = asset && this.#memory.layer(asset.layer)?.definition
    if (!asset || !layer) return undefined
    const open = this.#cases.get(asset.id) ?? new Set()
    if (isOpen(of)) this.#cases.set(asset.id, open.add(of.id))
    else open.delete(of.id)
    const trouble = troubleOf(this.#kinds, of, asset)
    const patch = trouble && followAsset(of, asset, layer, trouble)
    return patch && this.#show(asset, patch, at)
  }

  /** A bin fills and is emptied, where nothing is wrong with it. */
  byRoutine({ at, assetId, status, fields }: RoutineChange): Asset | undefined {
    const asset = this.get(assetId)
    const isTroubled = (this.#cases.get(assetId)?.size ?? 0) > 0
    return asset && !isTroubled ? this.#show(asset, { status, fields }, at) : undefined
  }

  byInspection({ id, venueId, at: seenAt, hazards }: Inspection, at: string): Asset | undefined {
    const asset = venueId === null ? undefined : this.get(venueId)
    if (!asset) return undefined
    const left = this.know(asset.id, id, hazards.filter(({ rectifiedAt }) => rectifiedAt === null).length)
    const lastInspectedOn = [String(asset.fields.lastInspectedOn ?? ''), seenAt.slice(0, 10)].sort().at(-1) ?? ''
    return this.#show(
      asset,
      { status: left > 0 ? 'hazard' : 'normal', fields: { lastInspectedOn, openHazards: left } },
      at,
    )
  }

  /** What an inspection has left; returns how many are open at the venue. */
  know(venueId: string, inspectionId: string, left: number): number {
    const known = this.#hazards.get(venueId) ?? new Map<string, number>()
    this.#hazards.set(venueId, known.set(inspectionId, left))
    return [...known.values()].reduce((sum, count) => sum + count, 0)
  }

  #show(
    before: Asset,
    { status, fields = {} }: { status?: string; fields?: Asset['fields'] },
    at: string,
  ): Asset | undefined {
    const after = { ...before, status: status ?? before.status, fields: { ...before.fields, ...fields }, changedAt: at }
    const isSame =
      after.status === before.status && Object.entries(fields).every(([key, value]) => before.fields[key] === value)
    if (isSame) return undefined
    this.#changed.set(after.id, after)
    return after
  }
}
