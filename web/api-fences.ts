import { Crossing, Geofence, type GeofencePatch, type NewGeofence } from '../server/contract/geofence.ts'
import { address, json } from './api.ts'
import { type Seen, seen } from './api-admin.ts'
import { newKey, send } from './api-send.ts'

const fenceAddress = (id: string): string => `/api/geofences/${encodeURIComponent(id)}`

/** In the order of their names. */
export async function getFences({ ended }: { ended: boolean }, signal?: AbortSignal): Promise<Geofence[]> {
  const { geofences } = await json<{ geofences: unknown[] }>(
    address('/api/geofences', { ended: String(ended) }),
    signal,
  )
  return geofences.map((one) => Geofence.parse(one))
}

export const getFence = (id: string, signal?: AbortSignal): Promise<Seen<Geofence>> => seen(fenceAddress(id), signal)

export const addFence = async (given: NewGeofence, key: string): Promise<Geofence> =>
  (await send<Geofence>('POST', '/api/geofences', given, { key })).body

export const changeFence = async (id: string, patch: GeofencePatch, ifMatch: string): Promise<Geofence> =>
  (await send<Geofence>('PATCH', fenceAddress(id), patch, { ifMatch, key: newKey() })).body

export interface CrossingQuery {
  /** ISO instants: told at or after, and before. */
  from: string
  to: string
  crew?: string | undefined
  fence?: string | undefined
  limit: number
}

/** Who came into which fence and left it, oldest first. */
export async function getCrossings(query: CrossingQuery, signal?: AbortSignal): Promise<Crossing[]> {
  const { crossings } = await json<{ crossings: unknown[] }>(address('/api/geofences/crossings', { ...query }), signal)
  return crossings.map((one) => Crossing.parse(one))
}
