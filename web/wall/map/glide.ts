import type { LngLat } from '../../../server/contract/geo.ts'
import { mercator } from './fit-view.ts'

/** A crew on its way from where it was drawn to where it was heard of, in Mercator. */
export interface Glide {
  from: readonly [number, number]
  to: readonly [number, number]
  /** Unix ms. */
  begun: number
  ms: number
}

/** A crew tells its place every few seconds; longer than this it would be drawn behind its time. */
const LONGEST_MS = 3_000
const SHORTEST_MS = 400
/** Further than this, in parts of the world (some 900 m here), nobody drove: it was not heard of for a while. */
const JUMP = 2.6e-5

/** Where it is drawn at an instant. */
export function at({ from, to, begun, ms }: Glide, now: number): readonly [number, number] {
  const share = ms <= 0 ? 1 : Math.min(1, Math.max(0, (now - begun) / ms))
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

export const isGliding = ({ begun, ms }: Glide, now: number): boolean => now < begun + ms

/** The glide after another place was heard, evenly over the time since the last one; itself where it stands. `still`: it jumps. */
export function glideTo(before: Glide | undefined, place: LngLat, now: number, still: boolean): Glide {
  const to = mercator(place)
  if (!before) return { from: to, to, begun: now, ms: 0 }
  if (before.to[0] === to[0] && before.to[1] === to[1]) return before
  const from = at(before, now)
  if (still || Math.hypot(to[0] - from[0], to[1] - from[1]) > JUMP) return { from: to, to, begun: now, ms: 0 }
  return { from, to, begun: now, ms: Math.min(LONGEST_MS, Math.max(SHORTEST_MS, now - before.begun)) }
}
