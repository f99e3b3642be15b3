import type { ManifestsTaken, WasteBalance, WasteManifest } from '../server/contract/manifest.ts'
import { address } from './api.ts'
import { type Asking, slowJson } from './api-asks.ts'
import { newKey, send } from './api-send.ts'

export const getWasteBalance = (
  asked: { from: string; to: string; tolerance: number },
  asking: Asking,
): Promise<WasteBalance> => slowJson(address('/api/waste-manifests/balance', asked), asking)

/** The server takes so many at once. */
const BATCH = 1_000

/** Sends loads, a thousand at a time. What was taken before a refusal stays taken; sent again it is `same`. */
export async function sendManifests(manifests: readonly WasteManifest[]): Promise<Omit<ManifestsTaken, 'seq'>> {
  const sum = { added: 0, changed: 0, same: 0 }
  for (let from = 0; from < manifests.length; from += BATCH) {
    const part = { manifests: manifests.slice(from, from + BATCH) }
    const { body } = await send<ManifestsTaken>('POST', '/api/waste-manifests', part, { key: newKey() })
    sum.added += body.added
    sum.changed += body.changed
    sum.same += body.same
  }
  return sum
}
