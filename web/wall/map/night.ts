import type { LngLat } from '../../../server/contract/geo.ts'
import type { Scene } from '../../../server/contract/wall.ts'
import type { Theme } from '../../theme/theme.ts'

const DAY_MS = 86_400_000
/** Unix ms of 2000-01-01 12:00 UTC, from which the series count. */
const J2000_MS = 946_728_000_000
const RADIANS = Math.PI / 180
const [sin, cos] = [(degrees: number) => Math.sin(degrees * RADIANS), (degrees: number) => Math.cos(degrees * RADIANS)]

/** How high the sun stands over the horizon, degrees. Low-precision series of the Astronomical Almanac: 0.02° off between 1950 and 2050. */
export function sunHeight([lng, lat]: LngLat, now: number): number {
  const days = (now - J2000_MS) / DAY_MS
  const mean = 357.528 + 0.9856003 * days
  const along = 280.46 + 0.9856474 * days + 1.915 * sin(mean) + 0.02 * sin(2 * mean)
  const tilt = 23.439 - 0.0000004 * days
  const declination = Math.asin(sin(tilt) * sin(along)) / RADIANS
  const rightAscension = Math.atan2(cos(tilt) * sin(along), cos(along)) / RADIANS
  const hourAngle = 280.46062 + 360.985647366 * days + lng - rightAscension
  return Math.asin(sin(lat) * sin(declination) + cos(lat) * cos(declination) * cos(hourAngle)) / RADIANS
}

/** Half of civil twilight: lamps are lit, and a map of lights says more than one of streets. */
const NIGHT_BELOW = -3

/** The city by night or by day: as the scene asks, else as the sun stands there. Within a night or a day it is always the same. */
export const themeOfScene = ({ map }: Pick<Scene, 'map'>, centre: LngLat, now: number): Theme => {
  if (map.night !== 'auto') return map.night === 'night' ? 'dark' : 'light'
  return sunHeight(centre, now) < NIGHT_BELOW ? 'dark' : 'light'
}
