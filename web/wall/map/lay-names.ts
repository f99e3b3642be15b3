/** A rectangle in px: left, top, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

export interface ToName {
  id: string
  at: readonly [x: number, y: number]
  width: number
}

const SIDES = ['above', 'below', 'right', 'left'] as const
export type Side = (typeof SIDES)[number]

/** On which side of its dot each name stands: over no other name, no other dot and no words of a case (`words`), and over as few
 *  marks as can be (`marks`); one that finds no room has none. It stays where it was (`before`) as long as there is room. `dot`: from the middle of
 *  a dot to its edge and a little air; `height` of a name. */
export function layNames(
  things: readonly ToName[],
  { dot, height }: { dot: number; height: number },
  before: ReadonlyMap<string, Side>,
  { marks = [], words = [] }: { marks?: readonly Box[]; words?: readonly Box[] } = {},
): Map<string, Side> {
  const dots: Box[] = things.map(({ at: [x, y] }) => [x - dot, y - dot, 2 * dot, 2 * dot])
  const names: Box[] = []
  const sides = new Map<string, Side>()
  things.forEach((thing, index) => {
    const had = before.get(thing.id)
    const wished = had ? [had, ...SIDES.filter((side) => side !== had)] : SIDES
    const open = wished.filter((side) => {
      const box = boxAt(thing, side, dot, height)
      return (
        !isOverAny(box, names) &&
        !isOverAny(box, words) &&
        !dots.some((other, of) => of !== index && overlap(box, other))
      )
    })
    const covered = (side: Side): number => {
      const box = boxAt(thing, side, dot, height)
      return marks.filter((mark) => overlap(box, mark)).length
    }
    const best = open.map((side) => ({ side, over: covered(side) })).sort((a, b) => a.over - b.over)[0]?.side
    if (!best) return
    names.push(boxAt(thing, best, dot, height))
    sides.set(thing.id, best)
  })
  return sides
}

const isOverAny = (box: Box, others: readonly Box[]): boolean => others.some((other) => overlap(box, other))

export function boxAt(
  { at: [x, y], width }: Pick<ToName, 'at' | 'width'>,
  side: Side,
  dot: number,
  height: number,
): Box {
  if (side === 'above') return [x - width / 2, y - dot - height, width, height]
  if (side === 'below') return [x - width / 2, y + dot, width, height]
  return [side === 'right' ? x + dot : x - dot - width, y - height / 2, width, height]
}

export const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean =>
  ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah
