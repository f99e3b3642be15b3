import type { LngLat } from '../../contract/geo.ts'
import type { TravelSpeeds } from '../../contract/travel.ts'
import type { MinutesBetween } from './problem.ts'

const EARTH_M = 6_371_008.8
const RADIANS = Math.PI / 180

function metresBetween([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number {
  const [a, b] = [lat * RADIANS, otherLat * RADIANS]
  const north = Math.sin((b - a) / 2)
  const east = Math.sin(((otherLng - lng) * RADIANS) / 2)
  return 2 * EARTH_M * Math.asin(Math.sqrt(north * north + Math.cos(a) * Math.cos(b) * east * east))
}

/** Minutes where no road is known: straight across, so many times as long as ways in a town are, at the speed of a road that nobody classed. */
export const crowMinutes =
  ({ crowTimes, walkKmh, otherKmh, truckTimes }: TravelSpeeds): MinutesBetween =>
  (from, to, { vehicle }) => {
    const kmh = vehicle === 'foot' ? walkKmh : vehicle === 'truck' ? otherKmh * truckTimes : otherKmh
    return (metresBetween(from, to) * crowTimes * 60) / (kmh * 1_000)
  }
