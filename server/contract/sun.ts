import type { LngLat } from './geo.ts'

/** The sun at a place on a day of its calendar. Instants in Unix ms; a set may fall behind midnight. */
export interface SunDay {
  /** Null where it does not rise or set that day. */
  riseMs: number | null
  setMs: number | null
  noonMs: number
  /** It is up, or down, the whole day. */
  polar: 'day' | 'night' | null
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const RAD = Math.PI / 180
/** The centre of the sun as it stands when its rim touches the horizon: 34′ of refraction and 16′ of radius. */
const ZENITH_DEG = 90.833
/** Of the business calendar: Asia/Shanghai. */
export const BUSINESS_OFFSET_MINUTES = 480

const sin = (deg: number): number => Math.sin(deg * RAD)
const cos = (deg: number): number => Math.cos(deg * RAD)

/** Where the sun is at an instant: its declination in degrees, and by how many minutes a sundial is ahead of the clock. */
function sunAt(ms: number): { declination: number; aheadMinutes: number } {
  const centuries = (ms / DAY_MS + 2_440_587.5 - 2_451_545) / 36_525
  const meanLongitude = (280.46646 + centuries * (36_000.76983 + centuries * 0.0003032)) % 360
  const anomaly = 357.52911 + centuries * (35_999.05029 - 0.0001537 * centuries)
  const eccentricity = 0.016708634 - centuries * (0.000042037 + 0.0000001267 * centuries)
  const centre =
    sin(anomaly) * (1.914602 - centuries * (0.004817 + 0.000014 * centuries)) +
    sin(2 * anomaly) * (0.019993 - 0.000101 * centuries) +
    sin(3 * anomaly) * 0.000289
  const node = 125.04 - 1934.136 * centuries
  const longitude = meanLongitude + centre - 0.00569 - 0.00478 * sin(node)
  const seconds = 21.448 - centuries * (46.815 + centuries * (0.00059 - centuries * 0.001813))
  const obliquity = 23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node)
  const y = Math.tan((obliquity / 2) * RAD) ** 2
  const equation =
    y * sin(2 * meanLongitude) -
    2 * eccentricity * sin(anomaly) +
    4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
    0.5 * y * y * sin(4 * meanLongitude) -
    1.25 * eccentricity * eccentricity * sin(2 * anomaly)
  return { declination: Math.asin(sin(obliquity) * sin(longitude)) / RAD, aheadMinutes: (4 * equation) / RAD }
}

/** Sunrise, sunset and noon by NOAA's published method (Global Monitoring Laboratory, Solar Calculator; after Meeus, Astronomical Algorithms),
 *  each reckoned with the sun as it stands at that instant. Above 72° it may be off by 10 minutes, as NOAA says of it.
 *  @param date YYYY-MM-DD of a calendar that is so many minutes ahead of UTC */
export function sunOn(date: string, [lng, lat]: LngLat, offsetMinutes = BUSINESS_OFFSET_MINUTES): SunDay {
  const dayMs = Date.parse(`${date}T00:00:00Z`) - offsetMinutes * MINUTE_MS
  const noonOf = (ms: number): number => {
    const noon = Date.parse(`${date}T12:00:00Z`) - (lng * 4 + sunAt(ms).aheadMinutes) * MINUTE_MS
    // The noon of this calendar's day, wherever the place is.
    return noon - Math.floor((noon - dayMs) / DAY_MS) * DAY_MS
  }
  const noonMs = noonOf(noonOf(dayMs + DAY_MS / 2))
  const halfDay = (ms: number): number => {
    const { declination } = sunAt(ms)
    return (cos(ZENITH_DEG) - sin(lat) * sin(declination)) / (cos(lat) * cos(declination))
  }
  const eventOf = (side: -1 | 1): number | null => {
    let at = noonMs
    for (let pass = 0; pass < 3; pass++) {
      const cosine = halfDay(at)
      if (cosine > 1 || cosine < -1) return null
      at = noonOf(at) + (side * Math.acos(cosine) * 4 * MINUTE_MS) / RAD
    }
    return at
  }
  const [riseMs, setMs] = [eventOf(-1), eventOf(1)]
  const polar = riseMs === null && setMs === null ? (halfDay(noonMs) > 1 ? 'night' : 'day') : null
  return { riseMs, setMs, noonMs, polar }
}
