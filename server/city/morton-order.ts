import type { Box } from './mercator.ts'

/** Places in Morton order (y before x at each bit): every quadtree cell, and so every tile, is one run of rows. */
export interface Places {
  readonly count: number
  readonly x: Uint32Array
  readonly y: Uint32Array
}

/** Whether the first place stands before the second. The higher of the first differing bits decides (Chan 2002), so no key is stored. */
export function before(x1: number, y1: number, x2: number, y2: number): boolean {
  const dx = (x1 ^ x2) >>> 0
  const dy = (y1 ^ y2) >>> 0
  return dy < dx && dy < (dx ^ dy) >>> 0 ? x1 < x2 : y1 < y2
}

/** The first row in [low, high) that does not stand before the place. */
export function firstFrom(places: Places, x: number, y: number, low = 0, high = places.count): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(places.x[middle] as number, places.y[middle] as number, x, y)) low = middle + 1
    else high = middle
  }
  return low
}

/** The first row in [low, high) that stands after the place. */
export function firstAfter(places: Places, x: number, y: number, low = 0, high = places.count): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(x, y, places.x[middle] as number, places.y[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

/** The run [from, to) of the rows in a quadtree cell, given by its box. */
export function runOf(places: Places, cell: Box): [from: number, to: number] {
  const from = firstFrom(places, cell.minX, cell.minY)
  return [from, firstAfter(places, cell.maxX, cell.maxY, from)]
}

const spread = (bits: number): number => {
  let wide = bits
  wide = (wide | (wide << 8)) & 0x00ff00ff
  wide = (wide | (wide << 4)) & 0x0f0f0f0f
  wide = (wide | (wide << 2)) & 0x33333333
  return (wide | (wide << 1)) & 0x55555555
}

/** Below this a comparing sort is faster than six passes over 65,536 buckets. */
const FEW = 8192

/** Row numbers in Morton order; rows at one place in the order of `tie`. */
export function mortonOrder({ count, x, y }: Places, tie: Uint32Array): Uint32Array {
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row++) order[row] = row
  if (count < FEW) return order.sort((a, b) => compareRows(x, y, tie, a, b))
  const high = new Uint32Array(count)
  const low = new Uint32Array(count)
  for (let row = 0; row < count; row++) {
    const px = x[row] as number
    const py = y[row] as number
    high[row] = (spread(py >>> 16) << 1) | spread(px >>> 16)
    low[row] = (spread(py & 0xffff) << 1) | spread(px & 0xffff)
  }
  let from = order
  let to = new Uint32Array(count)
  for (const [key, shift] of [
    [tie, 0],
    [tie, 16],
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    sortByDigit(key, shift, from, to)
    ;[from, to] = [to, from]
  }
  return from
}

function compareRows(x: Uint32Array, y: Uint32Array, tie: Uint32Array, a: number, b: number): number {
  const ax = x[a] as number
  const ay = y[a] as number
  const bx = x[b] as number
  const by = y[b] as number
  if (ax === bx && ay === by) return (tie[a] as number) - (tie[b] as number)
  return before(ax, ay, bx, by) ? -1 : 1
}

/** One stable pass of a radix sort by 16 bits. */
function sortByDigit(key: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): void {
  const starts = new Uint32Array(65_537)
  for (let at = 0; at < from.length; at++) {
    const slot = (((key[from[at] as number] as number) >>> shift) & 0xffff) + 1
    starts[slot] = (starts[slot] as number) + 1
  }
  for (let digit = 1; digit <= 65_536; digit++)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number)
  for (let at = 0; at < from.length; at++) {
    const row = from[at] as number
    const digit = ((key[row] as number) >>> shift) & 0xffff
    const place = starts[digit] as number
    to[place] = row
    starts[digit] = place + 1
  }
}
