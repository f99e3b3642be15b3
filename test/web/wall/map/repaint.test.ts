import { expect, test } from 'vitest'
import type { Box } from '../../../../web/wall/map/lay-names.ts'
import { type Painted, repaint } from '../../../../web/wall/map/repaint.ts'

const SIZE = 60
const mark = (id: string, x: number, y = 10, side = 8): Painted => ({
  ...{ id, key: `${x},${y},${side}`, boxes: [[x, y, side, side]] as Box[] },
})
/** How often each pixel was drawn since it was cleared: a soft edge that is drawn twice is darker than one drawn once. */
function canvas() {
  const drawn = new Map<string, string[]>()
  const each = ([x, y, w, h]: Box, act: (pixel: string) => void) => {
    for (let at = x; at < x + w; at++) for (let to = y; to < y + h; to++) act(`${at},${to}`)
  }
  return {
    clear: (box: Box) => each(box, (pixel) => drawn.delete(pixel)),
    draw: ({ id, boxes }: Painted) => {
      for (const box of boxes) each(box, (pixel) => drawn.set(pixel, [...(drawn.get(pixel) ?? []), id]))
    },
    is: () => JSON.stringify([...drawn].map(([pixel, ids]) => [pixel, [...ids].sort()]).sort()),
  }
}

test('a canvas drawn piece by piece holds what one drawn whole does, each mark once, wherever they move', () => {
  let seed = 7
  const random = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const now = canvas()
  let before: Painted[] = []
  for (let round = 0; round < 60; round++) {
    const ids = Array.from({ length: 9 }, (_, i) => `${i}`).filter(() => random(8) > 0)
    const next = ids.map((id) => {
      const known = before.find((one) => one.id === id)
      return known && random(3) > 0 ? known : mark(id, random(SIZE), random(20), 4 + random(9))
    })
    const { clear, draw } = repaint(before, next)
    for (const box of clear) now.clear(box)
    for (const one of draw) now.draw(one)
    const whole = canvas()
    for (const one of next) whole.draw(one)
    expect(now.is()).toBe(whole.is())
    before = next
  }
})

test('where nobody moved nothing is drawn, and one that moved in the open is drawn alone', () => {
  const all = [mark('a', 0), mark('b', 20), mark('c', 40)]
  expect(repaint(all, [...all])).toEqual({ clear: [], draw: [] })
  const moved = [mark('a', 1), ...all.slice(1)]
  expect(repaint(all, moved)).toEqual({ clear: [[0, 10, 8, 8]], draw: [moved[0]] })
})
