/** Where a thing stands along a line. */
export interface Place {
  metres: number
  /** Its number among the things. */
  thing: number
}

/** A stretch from one thing, or the end of the line, to the next. On a closed line `to` may lie behind its end: as far past its beginning. */
export interface Stretch {
  from: number
  to: number
  /** Numbers of things; -1: the line ends there. */
  before: number
  after: number
}

/** Coordinates are kept to a centimetre. */
export const SAME_LENGTH_METRES = 0.02

/** The stretches longer than `most`. The ends of a line count as if a thing stood there: what comes behind them is the next road's.
 *  @param places in the order in which they stand */
export function findGaps(
  places: readonly Place[],
  { length, closed }: { length: number; closed: boolean },
  most: number,
): Stretch[] {
  const gaps: Stretch[] = []
  const [first, last] = [places[0], places.at(-1)]
  const wraps = closed && first !== undefined && last !== undefined
  let [from, before] = wraps ? [first.metres, first.thing] : [0, -1]
  const reach = (to: number, after: number): void => {
    if (to - from > most + SAME_LENGTH_METRES) gaps.push({ from, to, before, after })
    from = to
    before = after
  }
  for (const { metres, thing } of places) reach(metres, thing)
  if (wraps) reach(first.metres + length, first.thing)
  else reach(length, -1)
  return gaps
}

/** As findGaps, but only in stretches of the line: where one ends it counts as if a thing stood there, as at the end of a road.
 *  @param stretches metres, from and to by turns */
export function findGapsIn(
  places: readonly Place[],
  stretches: ArrayLike<number>,
  { length, closed }: { length: number; closed: boolean },
  most: number,
): Stretch[] {
  const spans = Array.from({ length: stretches.length / 2 }, (_, i): [number, number] => [
    stretches[i * 2] as number,
    stretches[i * 2 + 1] as number,
  ])
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return []
  const [isFromStart, isToEnd] = [first[0] <= SAME_LENGTH_METRES, last[1] >= length - SAME_LENGTH_METRES]
  if (spans.length === 1 && isFromStart && isToEnd) return findGaps(places, { length, closed }, most)
  // Over the place where a ring was begun to be drawn it goes on.
  if (closed && isFromStart && isToEnd)
    spans.splice(0, 1, ...spans.splice(-1).map(([from]): [number, number] => [from, length + first[1]]))
  const around = closed ? [...places, ...places.map((one) => ({ ...one, metres: one.metres + length }))] : places
  return spans.flatMap(([from, to]) => {
    const inside = around.filter(({ metres }) => metres >= from && metres <= to)
    const own = inside.map((one) => ({ ...one, metres: one.metres - from }))
    const gaps = findGaps(own, { length: to - from, closed: false }, most)
    return gaps.map((gap) => ({ ...gap, from: gap.from + from, to: gap.to + from }))
  })
}

/** Two records of one thing stand no farther apart. */
const SAME_METRES = 1

/** Neighbours that stand nearer to each other than `least`, but for what is one thing twice. */
export function countCloser(places: readonly Place[], least: number): number {
  let closer = 0
  for (const [i, { metres }] of places.entries()) {
    const before = places[i - 1]
    if (before && metres - before.metres < least && metres - before.metres >= SAME_METRES) closer++
  }
  return closer
}
