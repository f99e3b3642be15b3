import type { CrewPosition } from '../../../server/contract/crew.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import { seeded } from '../../support/random-facts.ts'

/** The day before testCity's NOW. */
export const START_MS = Date.parse('2026-04-30T12:00:00+08:00')

/** 24 hours of a vehicle: it drives, turns, stands, and now and then is silent; a place every ten seconds or so. */
export function dayOfPositions(vehicle: number): CrewPosition[] {
  const random = seeded(vehicle + 1)
  const positions: CrewPosition[] = []
  let [lng, lat, heading, kmh, until] = [93.785, 31.886, 0, 30, 0]
  for (let seconds = random() * 10; seconds < 86_400; ) {
    const passed = 8 + random() * 4
    seconds += passed
    if (seconds > until) {
      until = seconds + 60 + random() * 600
      heading = (heading + (random() - 0.5) * 180 + 360) % 360
      kmh = random() < 0.4 ? 0 : 15 + random() * 35
      if (random() < 0.1) seconds += 200 + random() * 1_200
    }
    const metres = (kmh / 3.6) * passed
    const turn = (heading * Math.PI) / 180
    lng += (metres * Math.sin(turn)) / METRES_PER_DEGREE / Math.cos((lat * Math.PI) / 180)
    lat += (metres * Math.cos(turn)) / METRES_PER_DEGREE
    const jitter = () => ((random() - 0.5) * 4) / METRES_PER_DEGREE
    positions.push({
      at: new Date(START_MS + Math.round(seconds * 1_000)).toISOString(),
      location: [lng + jitter(), lat + jitter()],
      ...{ accuracyM: 6, speedKmh: kmh, headingDeg: heading },
    })
  }
  return positions
}
