import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { LogRow } from '../contract/log.ts'
import type { Db } from '../store/schema.ts'
import { type PastAsset, statesOfAsset } from './survey-store.ts'

/** So much lay in it then, Unix ms. */
export interface Survey {
  atMs: number
  filledM3: number
}

const LAYER = 'landfills'

/** What every landfill was surveyed to hold, as the log has it. */
export class LandfillSurveys {
  readonly #surveys = new Map<string, Survey[]>()

  async load(db: Db, city: string, memory: Pick<CityPicture, 'layer'>): Promise<void> {
    for (const { id } of memory.layer(LAYER)?.all() ?? [])
      for (const past of await statesOfAsset(db, city, id)) this.#note(past)
  }

  take(rows: readonly Pick<LogRow, 'at' | 'entity' | 'after'>[]): void {
    for (const { at, entity, after } of rows)
      if (entity === 'asset' && (after as Asset | null)?.layer === LAYER) this.#note({ at, state: after as Asset })
  }

  /** In the order of time; it held nothing on the day it was opened. */
  of({ id, fields: { openedOn } }: Pick<Asset, 'id' | 'fields'>): Survey[] {
    const surveys = this.#surveys.get(id) ?? []
    const openedMs = typeof openedOn === 'string' ? Date.parse(`${openedOn}T00:00:00+08:00`) : Number.NaN
    const [first] = surveys
    return first && openedMs < first.atMs ? [{ atMs: openedMs, filledM3: 0 }, ...surveys] : [...surveys]
  }

  /** Another field that changed is no survey. */
  #note({ at, state }: PastAsset): void {
    const { filledM3 } = state.fields
    const surveys = this.#surveys.get(state.id) ?? []
    if (typeof filledM3 !== 'number' || surveys.at(-1)?.filledM3 === filledM3) return
    this.#surveys.set(state.id, [...surveys, { atMs: Date.parse(at), filledM3 }])
  }
}
