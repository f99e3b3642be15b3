import { z } from 'zod'
import { LngLat } from './geo.ts'

/** How somebody goes: what roads allow, and how fast, depends on it. */
export const Vehicle = z.enum(['car', 'truck', 'foot'])
export type Vehicle = z.infer<typeof Vehicle>

const kmh = z.number().positive().max(150)
const share = z.number().positive().max(1)

/** data/rules/travel-speeds.json: how fast the city's roads are driven, stops included. */
export const TravelSpeeds = z.strictObject({
  source: z.string().min(1),
  /** By the class of a road; `otherKmh` for a class that is not named. A road's own `speedKmh` goes before. */
  kmh: z.record(z.string(), kmh),
  otherKmh: kmh,
  /** What a truck makes of that. */
  truckTimes: share,
  walkKmh: kmh,
  /** What is left of it on a road of this status. */
  slowed: z.record(z.string(), share),
  /** Nobody passes a road of these statuses. */
  closed: z.array(z.string()),
  /** A way along roads is about so many times as long as straight across, where only that is known. */
  crowTimes: z.number().min(1).max(3),
  /** A vehicle whose kind has one of these words in it is a truck; any other is a car. */
  trucks: z.array(z.string().min(1)),
})
export type TravelSpeeds = z.infer<typeof TravelSpeeds>

/** What a crew goes by. `vehicle` null: on foot. */
export function vehicleOf(vehicle: { kind: string } | null, { trucks }: Pick<TravelSpeeds, 'trucks'>): Vehicle {
  if (vehicle === null) return 'foot'
  const kind = vehicle.kind.toLowerCase()
  return trucks.some((word) => kind.includes(word.toLowerCase())) ? 'truck' : 'car'
}

/** From one place to another along the roads. */
export const Way = z.object({
  seconds: z.number(),
  metres: z.number(),
  /** From the first place to the last; what is not on a road is straight. */
  line: z.array(LngLat),
})
export type Way = z.infer<typeof Way>
