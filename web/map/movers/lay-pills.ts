import type { Pixel } from '../map-surface.ts'

/** A rectangle in px: left, top, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

export interface ToLay {
  id: string
  at: Pixel
  width: number
  /** Has its pill even where it covers another. */
  always: boolean
}

export type Side = 'above' | 'below' | 'right' | 'left'

export interface LaidPill {
  id: string
  side: Side
  box: Box
}

export const PILL_HEIGHT = 22
/** Between the middle of the dot and the pill. */
const GAP = 9.5
const SIDES: readonly Side[] = ['above', 'below', 'right', 'left']

/** Where the pills stand beside their dots, those that come first before the others: none over another, and none over a dot. One that
 *  finds no room is left out, unless it must be there. A pill stays on the side that it had (`before`) as long as there is room. */
export function layPills(things: readonly ToLay[], before: ReadonlyMap<string, Side> = new Map()): LaidPill[] {
  const taken: Box[] = things.map(({ at: [x, y] }) => [x - 5, y - 5, 10, 10])
  const laid: LaidPill[] = []
  things.forEach((thing, index) => {
    const had = before.get(thing.id)
    const sides = had ? [had, ...SIDES.filter((side) => side !== had)] : SIDES
    const free = sides.find((side) => {
      const box = boxAt(thing, side)
      return !taken.some((other, of) => of !== index && overlap(box, other))
    })
    if (!free && !thing.always) return
    const side = free ?? had ?? 'above'
    const box = boxAt(thing, side)
    taken.push(box)
    laid.push({ id: thing.id, side, box })
  })
  return laid
}

function boxAt({ at: [x, y], width }: ToLay, side: Side): Box {
  const [left, top] = {
    above: [x - width / 2, y - GAP - PILL_HEIGHT],
    below: [x - width / 2, y + GAP],
    right: [x + GAP, y - PILL_HEIGHT / 2],
    left: [x - GAP - width, y - PILL_HEIGHT / 2],
  }[side] as [number, number]
  return [left, top, width, PILL_HEIGHT]
}

const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean =>
  ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah

export const isInBox = ([x, y]: Pixel, [left, top, width, height]: Box): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height
