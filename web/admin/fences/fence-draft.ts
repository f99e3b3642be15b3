import type { LngLat } from '../../../server/contract/geo.ts'
import type { FencePurpose, Geofence, GeofencePatch, NewGeofence } from '../../../server/contract/geofence.ts'
import { ringOf } from './corners.ts'

/** A fence as the form holds it; its corners are the map's. */
export interface FenceDraft {
  name: string
  purpose: FencePurpose
  /** Nobody named: every crew. */
  crews: string[]
}

export const emptyFence: FenceDraft = { name: '', purpose: 'watch-post', crews: [] }

export const fenceDraftOf = ({ name, purpose, crews }: Geofence): FenceDraft => ({ name, purpose, crews: crews ?? [] })

export const newFenceOf = ({ name, purpose, crews }: FenceDraft, corners: readonly LngLat[]): NewGeofence => ({
  ...{ name: name.trim(), purpose, ring: ringOf(corners) },
  crews: crews.length > 0 ? crews : null,
})

/** What the draft changes; undefined where it changes nothing. */
export function fencePatchOf(
  before: Geofence,
  draft: FenceDraft,
  corners: readonly LngLat[],
): GeofencePatch | undefined {
  const entries = Object.entries(newFenceOf(draft, corners)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof NewGeofence]),
  )
  return entries.length > 0 ? (Object.fromEntries(entries) as GeofencePatch) : undefined
}
