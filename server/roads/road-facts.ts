import type { Asset } from '../contract/asset.ts'
import type { TravelSpeeds, Vehicle } from '../contract/travel.ts'

/** What of a road decides who may drive it, and how fast. */
export interface RoadFacts {
  class: string
  status: string
  /** `forward`: only from its first point to its last. */
  oneway: 'both' | 'forward' | 'backward'
  truckBan: boolean
  /** Its own, before that of its class. */
  speedKmh: number | null
}

export function roadFacts({ status, fields }: Pick<Asset, 'status' | 'fields'>): RoadFacts {
  const { oneway, speedKmh } = fields
  return {
    class: String(fields.class ?? ''),
    status,
    oneway: oneway === 'forward' || oneway === 'backward' ? oneway : 'both',
    truckBan: fields.truckBan === true,
    speedKmh: typeof speedKmh === 'number' && speedKmh > 0 ? speedKmh : null,
  }
}

/** Metres a second on a road, from its first point to its last (`along`) or against it; 0 where it may not be gone. Whoever walks may go
 *  against a one-way road and where trucks may not. */
export function speedOn(
  { class: roadClass, status, oneway, truckBan, speedKmh }: RoadFacts,
  { along, vehicle }: { along: boolean; vehicle: Vehicle },
  speeds: TravelSpeeds,
): number {
  if (speeds.closed.includes(status)) return 0
  if (vehicle === 'foot') return speeds.walkKmh / 3.6
  if (oneway === (along ? 'backward' : 'forward')) return 0
  if (vehicle === 'truck' && truckBan) return 0
  const kmh = speedKmh ?? speeds.kmh[roadClass] ?? speeds.otherKmh
  return (kmh * (speeds.slowed[status] ?? 1) * (vehicle === 'truck' ? speeds.truckTimes : 1)) / 3.6
}
