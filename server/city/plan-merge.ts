/** Segments of fewer rows than this are young: put together eight at a time. */
const YOUNG = 4096
const TOGETHER = 8

/** An old segment is merged into the one before it when it has grown to an eighth of it. */
const GROWTH = 8

/** A segment with more dead rows than this part of it is written anew. */
const DEAD_SHARE = 0.25

/** Which segments to merge next, [from, to), so that a read meets few of them and a row is seldom copied; undefined when all is well.
 *  A row is copied once for each power of eight up to YOUNG, and some four times for each above. */
export function planMerge(
  segments: readonly { alive: number; count: number }[],
): [from: number, to: number] | undefined {
  const worn = segments.findIndex(({ alive, count }) => count - alive > count * DEAD_SHARE)
  if (worn >= 0) return [worn, worn + 1]
  for (let size = TOGETHER; size <= YOUNG; size *= TOGETHER) {
    let from = segments.length
    let alike = 0
    for (; from > 0 && (segments[from - 1]?.alive ?? 0) < size; from--)
      if ((segments[from - 1]?.alive ?? 0) >= size / TOGETHER) alike++
    if (alike >= TOGETHER) return [from, segments.length]
  }
  let to = segments.length
  while (to > 0 && (segments[to - 1]?.alive ?? 0) < YOUNG) to--
  let from = Math.max(0, to - 1)
  let size = segments[from]?.alive ?? 0
  while (from > 0 && (segments[from - 1]?.alive ?? 0) < size * GROWTH) size += segments[--from]?.alive ?? 0
  return to - from > 1 ? [from, to] : undefined
}
