interface Measured {
  at: string
  value: number
}

export interface LevelLine {
  /** Of an SVG, y downwards. */
  path: string
  warnY: number | null
  words: { last: string; most: string; warning: string }
}

/** A level over time as a path; undefined with fewer than two values. Its scale begins at nothing, as levels are above the bottom of a well. */
export function levelLine(
  points: readonly Measured[],
  warning: number | null,
  [width, height]: readonly [number, number],
): LevelLine | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return undefined
  const [from, to] = [Date.parse(first.at), Date.parse(last.at)]
  const most = Math.max(...points.map(({ value }) => value))
  const top = Math.max(most, warning ?? 0, 1e-9) * 1.1
  const y = (value: number): number => Math.round((1 - Math.max(0, value) / top) * height * 10) / 10
  const x = (at: string): number => Math.round(((Date.parse(at) - from) / Math.max(1, to - from)) * width * 10) / 10
  return {
    path: points.map(({ at, value }, index) => `${index ? 'L' : 'M'}${x(at)} ${y(value)}`).join(''),
    warnY: warning === null ? null : y(warning),
    words: { last: last.value.toFixed(2), most: most.toFixed(2), warning: warning === null ? '—' : warning.toFixed(2) },
  }
}
