import type { LightingNight } from '../../../server/contract/lighting.ts'

export interface YearBand {
  /** Closed paths of an SVG: the dark, and that the lamps burn. y is the hour from noon, downwards. */
  dark: string
  burning: string
  /** Turned down, where it is asked for. */
  dimmed: string | null
}

const HOUR_MS = 3_600_000
const BUSINESS_MS = 8 * HOUR_MS

/** Hours behind noon of the night's evening, 0 … 24. */
export const hoursFromNoon = (instant: string, date: string): number =>
  (Date.parse(instant) - (Date.parse(`${date}T12:00:00Z`) - BUSINESS_MS)) / HOUR_MS

/** The same of a time of day: 00:30 is 12.5. */
export const clockFromNoon = (time: string): number => (Number(time.slice(0, 2)) + Number(time.slice(3)) / 60 + 12) % 24

/** A year of nights as areas between two curves. @param dimming times of day, and only within what burns */
export function yearBand(
  nights: readonly LightingNight[],
  [width, height]: readonly [number, number],
  dimming?: { from: string; to: string },
): YearBand {
  const x = (index: number): number => round((index / Math.max(1, nights.length - 1)) * width)
  const y = (hours: number): number => round((Math.min(24, Math.max(0, hours)) / 24) * height)
  const area = (span: (night: LightingNight) => readonly [number, number] | null): string => {
    const runs: { x: number; from: number; to: number }[][] = [[]]
    for (const [index, night] of nights.entries()) {
      const found = span(night)
      if (!found || found[1] <= found[0]) runs.push([])
      else runs.at(-1)?.push({ x: x(index), from: y(found[0]), to: y(found[1]) })
    }
    return runs
      .filter((run) => run.length > 1)
      .map((run) => {
        const there = run.map(({ x: at, from }) => `${at} ${from}`)
        const back = run.map(({ x: at, to }) => `${at} ${to}`).reverse()
        return `M${[...there, ...back].join('L')}Z`
      })
      .join('')
  }
  const between = (from: string | null, to: string | null, date: string) =>
    from === null || to === null ? null : ([hoursFromNoon(from, date), hoursFromNoon(to, date)] as const)
  const turned = dimming ? ([clockFromNoon(dimming.from), clockFromNoon(dimming.to)] as const) : undefined
  return {
    dark: area(({ sunset, sunrise, date }) => between(sunset, sunrise, date)),
    burning: area(({ on, off, date }) => between(on, off, date)),
    dimmed: turned
      ? area(({ on, off, date }) => {
          const burns = between(on, off, date)
          return burns && ([Math.max(burns[0], turned[0]), Math.min(burns[1], turned[1])] as const)
        })
      : null,
  }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10
