import { MM_PER_PIXEL } from './paper.ts'
import { boxOf, type Ground, pixelAt } from './true-scale.ts'

export interface Tick {
  /** mm from the map's left or top edge. */
  at: number
  text: string
}

/** Seconds of arc between two ticks. */
const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800]
const LEAST_MM = 34

/** Where whole seconds of longitude and latitude meet the edge of the map. */
export function graticule(ground: Ground): { lng: Tick[]; lat: Tick[] } {
  const [west, south, east, north] = boxOf(ground)
  const [width, height] = ground.pixels
  const mmPerSecond = (width * MM_PER_PIXEL) / ((east - west) * 3600)
  const step = STEPS.find((seconds) => seconds * mmPerSecond >= LEAST_MM) ?? 3600
  return {
    lng: wholeSteps(west, east, step).map((seconds) => ({
      at: (pixelAt(ground, [seconds / 3600, ground.centre[1]])[0] + width / 2) * MM_PER_PIXEL,
      text: degrees(seconds),
    })),
    lat: wholeSteps(south, north, step).map((seconds) => ({
      at: (pixelAt(ground, [ground.centre[0], seconds / 3600])[1] + height / 2) * MM_PER_PIXEL,
      text: degrees(seconds),
    })),
  }
}

function wholeSteps(from: number, to: number, step: number): number[] {
  const first = Math.ceil((from * 3600) / step)
  const last = Math.floor((to * 3600) / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step)
}

/** 93°46′30″ */
export function degrees(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 3600)}°${two(Math.floor(whole / 60) % 60)}′${two(whole % 60)}″`
}
