import { type Box, overlap } from './lay-names.ts'

/** What stands on a canvas: where, and what it looks like. The same key is the same pixels. */
export interface Painted {
  id: string
  key: string
  boxes: readonly Box[]
}

export interface Repaint<T extends Painted> {
  clear: Box[]
  draw: T[]
}

/** The least that is to be cleared and drawn so that a canvas with `before` on it shows `now`: what changed, and whole what lay under it, as half of
 *  a soft edge drawn twice would be darker than the other. */
export function repaint<T extends Painted>(before: readonly Painted[], now: readonly T[]): Repaint<T> {
  const next = new Map(now.map((one) => [one.id, one.key]))
  const last = new Map(before.map((one) => [one.id, one.key]))
  const clear = before.filter(({ id, key }) => next.get(id) !== key).flatMap(({ boxes }) => boxes)
  const draw = new Set(now.filter(({ id, key }) => last.get(id) !== key))
  const rest = new Set(now.filter((one) => !draw.has(one)))
  // Grows while it is gone through: what is drawn anew is cleared before, with what lies over it.
  for (const hole of clear)
    for (const one of rest)
      if (one.boxes.some((box) => overlap(box, hole))) {
        rest.delete(one)
        draw.add(one)
        clear.push(...one.boxes)
      }
  return { clear, draw: now.filter((one) => draw.has(one)) }
}
