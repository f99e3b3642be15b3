import type { WasteManifest } from '../contract/manifest.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** Loads that left their site from an instant up to another (Unix ms), in the order of time. */
export async function manifestsBetween(
  db: Db,
  city: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<WasteManifest[]> {
  const rows = await db
    .selectFrom('waste_manifests')
    .select('state')
    .where('city', '=', city)
    .where('discharged_ms', '>=', fromMs)
    .where('discharged_ms', '<', toMs)
    .orderBy('discharged_ms')
    .orderBy('id')
    .execute()
  return rows.map(({ state }) => JSON.parse(state) as WasteManifest)
}

/** Of these ids those that are known. */
export async function knownManifests(
  db: Db,
  city: string,
  ids: readonly string[],
): Promise<Map<string, WasteManifest>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('waste_manifests')
    .select(['id', 'state'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as WasteManifest]))
}

/** Each with the log row that brought it. */
export function keepManifests(tx: Tx, states: readonly { state: WasteManifest; seq: number }[]): Promise<void> {
  const rows = states.map(({ state, seq }) => ({
    ...{ city: tx.city, id: state.id, project_id: state.projectId, discharged_ms: Date.parse(state.dischargedAt) },
    ...{ state: JSON.stringify(state), seq },
  }))
  return tx.write('waste_manifests', rows, 'replace')
}
