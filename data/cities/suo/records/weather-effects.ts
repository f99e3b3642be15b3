import type { Weather } from './weather.ts'
import { icy } from './weather.ts'

/** How much more often a kind of case comes in a kind of weather; about 1 on a mild day. */
export const storm = ({ wind, snowCm, lowC }: Weather) =>
  0.8 + (wind > 7 ? 1 : 0) + snowCm * 0.15 + (lowC < -15 ? 0.6 : 0)
export const rain = ({ rainMm }: Weather) => 0.4 + Math.min(4, rainMm * 0.25)
export const outdoors = ({ rainMm, highC }: Weather) => (rainMm > 5 ? 0.5 : 1) * (highC > 10 ? 1.3 : 0.8)
export const dusty = ({ wind, dryDays }: Weather) => 0.4 + (wind / 6) * (dryDays / 5)
export const feast = ({ festival }: Weather) => (festival ? 2 : 1)
export const thaw = (weather: Weather) => (icy(weather) ? 5 : 0.02)
export const warm = ({ highC }: Weather) => (highC > 12 ? 1.6 : 0.3)
