import type { LngLat } from '../../server/contract/geo.ts'
import { sunHeight } from './map/night.ts'

/** Natural light is near 20 lx when the sun stands so far under the horizon, which is when street lamps are switched. */
const SWITCHED_AT = -4
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const STEPS = 20

/** When street lamps go on and off in the business day of an instant, Unix ms; undefined where the sun does not rise or set that day. */
export function lampHours(centre: LngLat, now: number): { on: number; off: number } | undefined {
  const midnight = Math.floor((now + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS
  // Where the sun is highest, the day has as much light before as after.
  const noon = midnight + 12 * 3_600_000 - ((centre[0] - 120) / 360) * DAY_MS
  const off = crossing(centre, noon - DAY_MS / 2, noon)
  const on = crossing(centre, noon + DAY_MS / 2, noon)
  return off === undefined || on === undefined ? undefined : { on, off }
}

/** Between an instant of the night and one of the day, by halving. */
function crossing(centre: LngLat, night: number, day: number): number | undefined {
  if (sunHeight(centre, night) > SWITCHED_AT || sunHeight(centre, day) < SWITCHED_AT) return undefined
  let [dark, light] = [night, day]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (dark + light) / 2
    if (sunHeight(centre, middle) > SWITCHED_AT) light = middle
    else dark = middle
  }
  return light
}
