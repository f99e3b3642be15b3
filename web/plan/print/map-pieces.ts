export interface Piece {
  /** What of the sheet's map it gives, CSS pixels from its top left. */
  x: number
  y: number
  width: number
  height: number
  /** Drawn around it and cut off again: a name at the edge of a piece is placed as if it went on. */
  around: number
}

const AROUND = 64

/** Cuts a map of CSS pixels into the fewest equal pieces that a graphics card of `limit` device pixels a side draws at one go. One piece has
 *  nothing around it. */
export function mapPieces([width, height]: readonly [number, number], ratio: number, limit: number): Piece[] {
  const cuts = (length: number): number =>
    length * ratio <= limit ? 1 : Math.ceil(length / Math.max(limit / ratio - 2 * AROUND, 64))
  const [across, down] = [cuts(width), cuts(height)]
  const edges = (length: number, count: number): number[] =>
    Array.from({ length: count + 1 }, (_, i) => (i === count ? length : Math.round((length * i) / count / 4) * 4))
  const [xs, ys] = [edges(width, across), edges(height, down)]
  const around = across * down > 1 ? AROUND : 0
  return ys.slice(1).flatMap((bottom, row) =>
    xs.slice(1).map((right, column) => {
      const [x, y] = [xs[column] ?? 0, ys[row] ?? 0]
      return { x, y, width: right - x, height: bottom - y, around }
    }),
  )
}
