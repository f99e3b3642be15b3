import Flatbush from 'flatbush'
import { type FenceShape, shapeOf } from '../contract/fence-shape.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Geofence } from '../contract/geofence.ts'

export interface WatchedFence {
  id: string
  shape: FenceShape
  /** Whom it concerns; undefined: everybody. */
  crews: ReadonlySet<string> | undefined
}

/** The fences that are watched, found by place. */
export interface FenceIndex {
  readonly size: number
  get(id: string): WatchedFence | undefined
  /** Those in whose box a place lies: it can have come into no other. */
  at(at: LngLat): WatchedFence[]
}

export function indexFences(fences: readonly Geofence[]): FenceIndex {
  const watched = fences
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id, ring, crews }) => ({ id, shape: shapeOf(ring), crews: crews === null ? undefined : new Set(crews) }))
  const tree = watched.length ? new Flatbush(watched.length) : undefined
  for (const { shape } of watched) tree?.add(...shape.box)
  tree?.finish()
  const byId = new Map(watched.map((one) => [one.id, one]))
  return {
    size: watched.length,
    get: (id) => byId.get(id),
    at: ([lng, lat]) => (tree?.search(lng, lat, lng, lat) ?? []).flatMap((row) => watched[row] ?? []),
  }
}
