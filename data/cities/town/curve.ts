export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t

export const clamp = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x))

/** 0 up to `from`, 1 from `to`, and an S between. */
export const smoothstep = (from: number, to: number, x: number): number => {
  const t = clamp((x - from) / (to - from), 0, 1)
  return t * t * (3 - 2 * t)
}

export type Curve = (x: number) => number

/** The same curve from a table, with straight lines between and level ends: relief asks millions of times. */
export function tabulate(curve: Curve, low: number, high: number, step: number): Curve {
  const count = Math.ceil((high - low) / step) + 2
  const table = Float64Array.from({ length: count }, (_, i) => curve(low + i * step))
  return (x) => {
    const position = clamp((x - low) / step, 0, count - 2.000001)
    const i = position | 0
    const a = table[i] as number
    return a + ((table[i + 1] as number) - a) * (position - i)
  }
}
